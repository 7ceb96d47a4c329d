-- The person saying that they agree, recorded: never asked for, one to a consent, under the file's key, gone with the file. In clear
-- stands that there is one.
CREATE TABLE protection.consent_voice (
    consent    uuid  PRIMARY KEY,
    file       uuid  NOT NULL,
    ciphertext bytea NOT NULL CHECK (length(ciphertext) <= 21000000),
    FOREIGN KEY (consent, file) REFERENCES protection.consent (id, file) ON DELETE CASCADE
);
CREATE INDEX consent_voice_file ON protection.consent_voice (file);

ALTER TABLE protection.consent_voice ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.consent_voice FORCE ROW LEVEL SECURITY;
CREATE POLICY voice_view ON protection.consent_voice FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = consent_voice.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'SAFETY', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY voice_add ON protection.consent_voice FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = consent_voice.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'SAFETY',
                                           f.id, f.owner, f.sealed, f.state = 'OPEN')));

GRANT SELECT, INSERT ON protection.consent_voice TO fourfold_protection;

GRANT SELECT ON protection.consent_voice TO fourfold_backup;
CREATE POLICY backup_reads ON protection.consent_voice FOR SELECT TO fourfold_backup USING (true);
