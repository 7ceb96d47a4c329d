-- The house at night: rooms and beds, who sleeps here, who is out, and what could not be given. Rooms and beds stand in clear and
-- tell of no person. Of a stay stand in clear its file and when it began and ended; which bed it was, how many small children came
-- along, and everything about being out is under the file's key. That a bed is taken is known to all who look after the house, by
-- which file only to those who may read that file.

CREATE TABLE protection.room (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    UNIQUE (organisation, name)
);

CREATE TABLE protection.bed (
    id     uuid    PRIMARY KEY,
    room   uuid    NOT NULL REFERENCES protection.room,
    name   text    NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    closed boolean NOT NULL DEFAULT false,
    UNIQUE (room, name)
);

CREATE TABLE protection.stay (
    id         uuid        PRIMARY KEY,
    file       uuid        NOT NULL REFERENCES protection.case_file ON DELETE CASCADE,
    since      timestamptz NOT NULL,
    until      timestamptz CHECK (until >= since),
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 20000),
    UNIQUE (id, file)
);
CREATE INDEX stay_file ON protection.stay (file);
CREATE UNIQUE INDEX stay_running ON protection.stay (file) WHERE until IS NULL;

-- Goes with the stay: when a file is erased, its bed is free.
CREATE TABLE protection.bed_taken (
    bed  uuid PRIMARY KEY REFERENCES protection.bed,
    stay uuid NOT NULL UNIQUE REFERENCES protection.stay ON DELETE CASCADE
);

-- A room held for the family of one stay: its other beds are for them.
CREATE TABLE protection.room_held (
    room uuid PRIMARY KEY REFERENCES protection.room,
    stay uuid NOT NULL UNIQUE REFERENCES protection.stay ON DELETE CASCADE
);

-- Somebody is out: since when, until when, what was agreed, all of it inside.
CREATE TABLE protection.absence (
    id         uuid    PRIMARY KEY,
    stay       uuid    NOT NULL,
    file       uuid    NOT NULL,
    over       boolean NOT NULL DEFAULT false,
    ciphertext bytea   NOT NULL CHECK (length(ciphertext) <= 40000),
    FOREIGN KEY (stay, file) REFERENCES protection.stay (id, file) ON DELETE CASCADE
);
CREATE INDEX absence_file ON protection.absence (file);
CREATE UNIQUE INDEX absence_open ON protection.absence (stay) WHERE NOT over;

-- What could not be given: a count by month and nothing that leads to anybody, neither to whom nor by whom nor on which day.
CREATE TABLE protection.unmet_need (
    id           uuid    PRIMARY KEY,
    organisation uuid    NOT NULL,
    month        date    NOT NULL CHECK (extract(day FROM month) = 1),
    outcome      text    NOT NULL CHECK (outcome IN ('TURNED_AWAY', 'WAITING', 'REFUSED')),
    need         text    NOT NULL CHECK (need IN ('BED', 'FOOD', 'HEALTH', 'MENTAL_HEALTH', 'LEGAL', 'INTERPRETER',
                     'CHILDREN', 'TRANSPORT', 'WORK', 'OTHER')),
    reason       text    NOT NULL CHECK (reason IN ('FULL', 'NOT_FOR_US', 'NO_STAFF', 'NO_MONEY', 'NOT_SAFE_HERE',
                     'OWN_WISH', 'OTHER')),
    persons      integer NOT NULL CHECK (persons BETWEEN 1 AND 50)
);
CREATE INDEX unmet_need_month ON protection.unmet_need (organisation, month);

-- Who looks after the house; a lawyer does not.
CREATE FUNCTION protection.keeps_house() RETURNS boolean LANGUAGE sql STABLE
RETURN coalesce(protection.my_role() IN ('CASEWORKER', 'NIGHT_STAFF', 'SUPERVISOR'), false);

REVOKE ALL ON FUNCTION protection.keeps_house() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection.keeps_house() TO fourfold_protection;

ALTER TABLE protection.room ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.room FORCE ROW LEVEL SECURITY;
CREATE POLICY room_view ON protection.room FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.keeps_house()));
CREATE POLICY room_add ON protection.room FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation())
                AND (SELECT protection.my_role()) IN ('CASEWORKER', 'SUPERVISOR'));

ALTER TABLE protection.bed ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.bed FORCE ROW LEVEL SECURITY;
CREATE POLICY bed_view ON protection.bed FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.room r WHERE r.id = bed.room));
CREATE POLICY bed_add ON protection.bed FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.my_role()) IN ('CASEWORKER', 'SUPERVISOR')
                AND EXISTS (SELECT FROM protection.room r WHERE r.id = bed.room));
CREATE POLICY bed_close ON protection.bed FOR UPDATE TO fourfold_protection
    USING ((SELECT protection.my_role()) IN ('CASEWORKER', 'SUPERVISOR')
           AND EXISTS (SELECT FROM protection.room r WHERE r.id = bed.room));

ALTER TABLE protection.stay ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.stay FORCE ROW LEVEL SECURITY;
CREATE POLICY stay_view ON protection.stay FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = stay.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY stay_begin ON protection.stay FOR INSERT TO fourfold_protection
    WITH CHECK (until IS NULL
                AND EXISTS (SELECT FROM protection.case_file f WHERE f.id = stay.file
                            AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                               'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY stay_change ON protection.stay FOR UPDATE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = stay.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));

ALTER TABLE protection.bed_taken ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.bed_taken FORCE ROW LEVEL SECURITY;
CREATE POLICY taken_view ON protection.bed_taken FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.bed b WHERE b.id = bed_taken.bed));
CREATE POLICY taken_take ON protection.bed_taken FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.bed b WHERE b.id = bed_taken.bed AND NOT b.closed)
                AND EXISTS (SELECT FROM protection.stay s JOIN protection.case_file f ON f.id = s.file
                            WHERE s.id = bed_taken.stay AND s.until IS NULL
                              AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                                 'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY taken_free ON protection.bed_taken FOR DELETE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.stay s JOIN protection.case_file f ON f.id = s.file
                   WHERE s.id = bed_taken.stay
                     AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'NEEDS',
                                        f.id, f.owner, f.sealed, f.state = 'OPEN')));

ALTER TABLE protection.room_held ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.room_held FORCE ROW LEVEL SECURITY;
CREATE POLICY held_view ON protection.room_held FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.room r WHERE r.id = room_held.room));
CREATE POLICY held_hold ON protection.room_held FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.room r WHERE r.id = room_held.room)
                AND EXISTS (SELECT FROM protection.stay s JOIN protection.case_file f ON f.id = s.file
                            WHERE s.id = room_held.stay AND s.until IS NULL
                              AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                                 'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY held_free ON protection.room_held FOR DELETE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.stay s JOIN protection.case_file f ON f.id = s.file
                   WHERE s.id = room_held.stay
                     AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'NEEDS',
                                        f.id, f.owner, f.sealed, f.state = 'OPEN')));

ALTER TABLE protection.absence ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.absence FORCE ROW LEVEL SECURITY;
CREATE POLICY absence_view ON protection.absence FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = absence.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY absence_note ON protection.absence FOR INSERT TO fourfold_protection
    WITH CHECK (NOT over
                AND EXISTS (SELECT FROM protection.case_file f WHERE f.id = absence.file
                            AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                               'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY absence_end ON protection.absence FOR UPDATE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = absence.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')))
    WITH CHECK (over);

ALTER TABLE protection.unmet_need ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.unmet_need FORCE ROW LEVEL SECURITY;
CREATE POLICY unmet_view ON protection.unmet_need FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.keeps_house()));
CREATE POLICY unmet_note ON protection.unmet_need FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.keeps_house()));

GRANT SELECT, INSERT ON protection.room, protection.bed, protection.stay, protection.bed_taken, protection.room_held,
    protection.absence, protection.unmet_need TO fourfold_protection;
GRANT UPDATE (closed) ON protection.bed TO fourfold_protection;
GRANT UPDATE (until, ciphertext) ON protection.stay TO fourfold_protection;
GRANT UPDATE (over, ciphertext) ON protection.absence TO fourfold_protection;
GRANT DELETE ON protection.bed_taken, protection.room_held TO fourfold_protection;

GRANT SELECT ON protection.room, protection.bed, protection.stay, protection.bed_taken, protection.room_held,
    protection.absence, protection.unmet_need TO fourfold_backup;
CREATE POLICY backup_reads ON protection.room FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.bed FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.stay FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.bed_taken FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.room_held FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.absence FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.unmet_need FOR SELECT TO fourfold_backup USING (true);
