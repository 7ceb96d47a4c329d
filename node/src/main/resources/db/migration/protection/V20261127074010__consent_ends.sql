-- Until when consents hold, for who oversees and opens no file: number and day, without what was agreed and with whom. A table of its own,
-- for a policy shows whole rows and the consent's own row has its text. Of a sealed file nothing: the foreign key keeps that in step.
CREATE TABLE protection.consent_end (
    consent      uuid        PRIMARY KEY,
    file         uuid        NOT NULL,
    number       text COLLATE "C" NOT NULL,
    organisation uuid        NOT NULL,
    owner        uuid        NOT NULL,
    sealed       boolean     NOT NULL,
    until        timestamptz NOT NULL,
    after        bigint      NOT NULL,
    FOREIGN KEY (consent, file) REFERENCES protection.consent (id, file) ON DELETE CASCADE,
    FOREIGN KEY (file, organisation, owner, sealed)
        REFERENCES protection.case_file (id, organisation, owner, sealed) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX consent_end_until ON protection.consent_end (until);

-- What was agreed before there was this table. The owner of the tables is behind the wall too, but for this one statement.
ALTER TABLE protection.consent NO FORCE ROW LEVEL SECURITY;
ALTER TABLE protection.case_file NO FORCE ROW LEVEL SECURITY;
INSERT INTO protection.consent_end
    SELECT c.id, c.file, f.number, f.organisation, f.owner, f.sealed, c.until, c.after
    FROM protection.consent c JOIN protection.case_file f ON f.id = c.file;
ALTER TABLE protection.consent FORCE ROW LEVEL SECURITY;
ALTER TABLE protection.case_file FORCE ROW LEVEL SECURITY;

ALTER TABLE protection.consent_end ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.consent_end FORCE ROW LEVEL SECURITY;
CREATE POLICY end_overseen ON protection.consent_end FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.oversees()) AND NOT sealed);
CREATE POLICY end_note ON protection.consent_end FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f
                        WHERE f.id = consent_end.file AND f.number = consent_end.number
                          AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'SAFETY',
                                             f.id, f.owner, f.sealed, f.state = 'OPEN')));

-- That something was taken back, so that it is no longer listed as ending. There is no word in it.
CREATE POLICY withdrawal_overseen ON protection.withdrawal FOR SELECT TO fourfold_protection
    USING ((SELECT protection.oversees())
           AND EXISTS (SELECT FROM protection.consent_end e WHERE e.file = withdrawal.file));

GRANT SELECT, INSERT ON protection.consent_end TO fourfold_protection;
GRANT SELECT ON protection.consent_end TO fourfold_backup;
CREATE POLICY backup_reads ON protection.consent_end FOR SELECT TO fourfold_backup USING (true);
