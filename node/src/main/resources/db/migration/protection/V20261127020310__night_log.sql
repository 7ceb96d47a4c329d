-- What the night leaves to the morning, and urgent risks. An entry about a person stands under that file's key and goes with the file.
-- One about the house is sealed in a box that opens for at least 30 days and never after the second epoch; the node clears it away
-- after 30 days, for what is typed in a hurry may name somebody all the same.
CREATE TABLE protection.night_entry (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL,
    night        date        NOT NULL,
    at           timestamptz NOT NULL,
    author       uuid        NOT NULL,
    file         uuid REFERENCES protection.case_file ON DELETE CASCADE,
    ciphertext   bytea       NOT NULL CHECK (length(ciphertext) <= 60000)
);
CREATE INDEX night_entry_night ON protection.night_entry (night, at);
CREATE INDEX night_entry_file ON protection.night_entry (file);

-- Who took over from which night, and up to when they had read.
CREATE TABLE protection.night_read (
    organisation uuid        NOT NULL,
    night        date        NOT NULL,
    reader       uuid        NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (night, reader, at)
);

-- The reason is inside, in the group of safety. Whoever helps in the file's needs raises one and says that it is over; whoever may know
-- of dangers sees it.
CREATE TABLE protection.urgent_risk (
    id         uuid        PRIMARY KEY,
    file       uuid        NOT NULL REFERENCES protection.case_file ON DELETE CASCADE,
    until      timestamptz NOT NULL,
    over       boolean     NOT NULL DEFAULT false,
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 40000)
);
CREATE INDEX urgent_risk_file ON protection.urgent_risk (file);
CREATE INDEX urgent_risk_open ON protection.urgent_risk (until) WHERE NOT over;

-- Whether somebody's word is for me: my own, my team's, or of those I supervise.
CREATE FUNCTION protection.is_near(member uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN member = protection.me() OR access.same_team(protection.me(), member);

REVOKE ALL ON FUNCTION protection.is_near(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection.is_near(uuid) TO fourfold_protection;

ALTER TABLE protection.night_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.night_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY entry_view ON protection.night_entry FOR SELECT TO fourfold_protection
    USING (((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
            AND CASE WHEN file IS NULL THEN protection.is_near(author)
                     ELSE EXISTS (SELECT FROM protection.case_file f WHERE f.id = night_entry.file
                                  AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW',
                                                     'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN')) END)
           OR ((SELECT protection.me()) IS NULL AND file IS NULL
               AND at < statement_timestamp() - interval '30 days'));
CREATE POLICY entry_write ON protection.night_entry FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
                AND author = (SELECT protection.me())
                AND (file IS NULL
                     OR EXISTS (SELECT FROM protection.case_file f WHERE f.id = night_entry.file
                                AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                                   'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN'))));
-- The node itself (no member) clears away what is old.
CREATE POLICY entry_drop ON protection.night_entry FOR DELETE TO fourfold_protection
    USING ((SELECT protection.me()) IS NULL AND file IS NULL
           AND at < statement_timestamp() - interval '30 days');

ALTER TABLE protection.night_read ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.night_read FORCE ROW LEVEL SECURITY;
CREATE POLICY read_view ON protection.night_read FOR SELECT TO fourfold_protection
    USING ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
           AND protection.is_near(reader));
CREATE POLICY read_say ON protection.night_read FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
                AND reader = (SELECT protection.me()));

ALTER TABLE protection.urgent_risk ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.urgent_risk FORCE ROW LEVEL SECURITY;
CREATE POLICY urgent_view ON protection.urgent_risk FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = urgent_risk.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'SAFETY', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY urgent_raise ON protection.urgent_risk FOR INSERT TO fourfold_protection
    WITH CHECK (NOT over
                AND EXISTS (SELECT FROM protection.case_file f WHERE f.id = urgent_risk.file
                            AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                               'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY urgent_end ON protection.urgent_risk FOR UPDATE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = urgent_risk.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')))
    WITH CHECK (over);

GRANT SELECT, INSERT ON protection.night_entry, protection.night_read, protection.urgent_risk TO fourfold_protection;
GRANT DELETE ON protection.night_entry TO fourfold_protection;
GRANT UPDATE (over) ON protection.urgent_risk TO fourfold_protection;

GRANT SELECT ON protection.night_entry, protection.night_read, protection.urgent_risk TO fourfold_backup;
CREATE POLICY backup_reads ON protection.night_entry FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.night_read FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.urgent_risk FOR SELECT TO fourfold_backup USING (true);
