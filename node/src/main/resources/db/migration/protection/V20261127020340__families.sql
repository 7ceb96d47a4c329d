-- Who belongs together. Each file has a row of its own, under its own key: to which other file it leads, if to one, is inside, so that a
-- machine that was taken tells of no family, and an erased file leaves nothing that leads to it.
CREATE TABLE protection.relative (
    id         uuid  PRIMARY KEY,
    file       uuid  NOT NULL REFERENCES protection.case_file ON DELETE CASCADE,
    ciphertext bytea NOT NULL CHECK (length(ciphertext) <= 20000)
);
CREATE INDEX relative_file ON protection.relative (file);

ALTER TABLE protection.relative ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.relative FORCE ROW LEVEL SECURITY;
CREATE POLICY relative_view ON protection.relative FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = relative.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY relative_add ON protection.relative FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = relative.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'NEEDS',
                                           f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY relative_drop ON protection.relative FOR DELETE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = relative.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));

GRANT SELECT, INSERT, DELETE ON protection.relative TO fourfold_protection;
GRANT SELECT ON protection.relative TO fourfold_backup;
CREATE POLICY backup_reads ON protection.relative FOR SELECT TO fourfold_backup USING (true);
