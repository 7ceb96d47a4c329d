-- By which a row of another system's table is known again, word for word: a keyed token, from which nothing can be read.
-- It goes with the file, so a person who was erased can be brought in again.
CREATE TABLE protection.import_key (
    token bytea NOT NULL CHECK (length(token) = 16),
    file  uuid  NOT NULL REFERENCES protection.presence ON DELETE CASCADE,
    PRIMARY KEY (token, file)
);
CREATE INDEX import_key_file ON protection.import_key (file);

ALTER TABLE protection.import_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.import_key FORCE ROW LEVEL SECURITY;
CREATE POLICY key_find ON protection.import_key FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.presence p WHERE p.file = import_key.file));
CREATE POLICY key_write ON protection.import_key FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = import_key.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'IDENTITY',
                                           f.id, f.owner, f.sealed, f.state = 'OPEN')));
GRANT SELECT, INSERT ON protection.import_key TO fourfold_protection;

GRANT SELECT ON protection.import_key TO fourfold_backup;
CREATE POLICY backup_reads ON protection.import_key FOR SELECT TO fourfold_backup USING (true);
