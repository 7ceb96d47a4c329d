-- Services given. In clear stand its file and when it was written down, by which a count finds what may lie in its time; what it
-- was, on which day, how often and all words are under the file's key. It is struck, never taken away.
CREATE TABLE protection.service_given (
    id         uuid        PRIMARY KEY,
    file       uuid        NOT NULL REFERENCES protection.case_file ON DELETE CASCADE,
    written_at timestamptz NOT NULL,
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 10000)
);
CREATE INDEX service_given_file ON protection.service_given (file, written_at);

ALTER TABLE protection.service_given ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.service_given FORCE ROW LEVEL SECURITY;
CREATE POLICY service_view ON protection.service_given FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = service_given.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY service_write ON protection.service_given FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = service_given.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'NEEDS',
                                           f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY service_strike ON protection.service_given FOR UPDATE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = service_given.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));

GRANT SELECT, INSERT ON protection.service_given TO fourfold_protection;
GRANT UPDATE (ciphertext) ON protection.service_given TO fourfold_protection;
GRANT SELECT ON protection.service_given TO fourfold_backup;
CREATE POLICY backup_reads ON protection.service_given FOR SELECT TO fourfold_backup USING (true);
