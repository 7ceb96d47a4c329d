-- The interpreters of the house: name, languages, how to reach them, what they promised and for whom they must not interpret, all in a
-- lasting box of the house. For whom they did stands in the plans of those persons, under their files' keys.
CREATE TABLE protection.interpreter (
    id           uuid  PRIMARY KEY,
    organisation uuid  NOT NULL,
    ciphertext   bytea NOT NULL CHECK (length(ciphertext) <= 20000)
);

ALTER TABLE protection.interpreter ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.interpreter FORCE ROW LEVEL SECURITY;
CREATE POLICY interpreter_view ON protection.interpreter FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.keeps_house()));
CREATE POLICY interpreter_add ON protection.interpreter FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation())
                AND (SELECT protection.my_role()) IN ('CASEWORKER', 'SUPERVISOR'));
CREATE POLICY interpreter_change ON protection.interpreter FOR UPDATE TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation())
           AND (SELECT protection.my_role()) IN ('CASEWORKER', 'SUPERVISOR'));

GRANT SELECT, INSERT ON protection.interpreter TO fourfold_protection;
GRANT UPDATE (ciphertext) ON protection.interpreter TO fourfold_protection;

GRANT SELECT ON protection.interpreter TO fourfold_backup;
CREATE POLICY backup_reads ON protection.interpreter FOR SELECT TO fourfold_backup USING (true);
