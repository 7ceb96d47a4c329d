-- Consent that bites: what a person agreed to, took back, and said may never go to somebody; and what went out. To whom and
-- which groups is inside, under the file's key. In clear stands only what a list must be ordered by. What came before what is
-- told by the withdrawals' numbers and by no clock, which may be set back: a consent, and what went out, remember the last
-- withdrawal before them (0 for none).

CREATE TABLE protection.consent (
    id         uuid        PRIMARY KEY,
    file       uuid        NOT NULL,
    owner      uuid        NOT NULL,
    given_at   timestamptz NOT NULL,
    until      timestamptz NOT NULL CHECK (until > given_at AND until <= given_at + interval '366 days'),
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 20000),
    after      bigint      NOT NULL,
    UNIQUE (id, file),
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX consent_file ON protection.consent (file);

-- One consent taken back, or all there were until then. Added, never changed: what was taken back is given anew, not revived.
CREATE TABLE protection.withdrawal (
    id      uuid        PRIMARY KEY,
    file    uuid        NOT NULL,
    owner   uuid        NOT NULL,
    consent uuid,
    at      timestamptz NOT NULL,
    member  uuid        NOT NULL,
    how     text        NOT NULL CHECK (how IN ('PRESENT', 'PHONE', 'PAPER')),
    number  bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE,
    FOREIGN KEY (consent, file) REFERENCES protection.consent (id, file) ON DELETE CASCADE
);
CREATE INDEX withdrawal_file ON protection.withdrawal (file);

CREATE TABLE protection.withholding (
    id         uuid        PRIMARY KEY,
    file       uuid        NOT NULL,
    owner      uuid        NOT NULL,
    said_at    timestamptz NOT NULL,
    lifted_at  timestamptz,
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 20000),
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX withholding_file ON protection.withholding (file);

-- What went out. When the person took back what it went by, whoever received it has to be told.
CREATE TABLE protection.handover (
    id         uuid        PRIMARY KEY,
    file       uuid        NOT NULL,
    owner      uuid        NOT NULL,
    at         timestamptz NOT NULL,
    member     uuid        NOT NULL,
    told_at    timestamptz,
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 20000),
    after      bigint      NOT NULL,
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX handover_file ON protection.handover (file);

ALTER TABLE protection.consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.consent FORCE ROW LEVEL SECURITY;
CREATE POLICY consent_view ON protection.consent FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = consent.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'SAFETY', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY consent_give ON protection.consent FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = consent.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'SAFETY',
                                           f.id, f.owner, f.sealed, f.state = 'OPEN')));

ALTER TABLE protection.withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY withdrawal_view ON protection.withdrawal FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = withdrawal.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'SAFETY', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
-- Whoever helps takes it, also who may not read the file: nobody is sent away to find the right person.
CREATE POLICY withdrawal_take ON protection.withdrawal FOR INSERT TO fourfold_protection
    WITH CHECK (member = (SELECT protection.me())
                AND EXISTS (SELECT FROM protection.presence p WHERE p.file = withdrawal.file));

ALTER TABLE protection.withholding ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.withholding FORCE ROW LEVEL SECURITY;
CREATE POLICY withholding_view ON protection.withholding FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = withholding.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'SAFETY', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY withholding_say ON protection.withholding FOR INSERT TO fourfold_protection
    WITH CHECK (lifted_at IS NULL
                AND EXISTS (SELECT FROM protection.case_file f WHERE f.id = withholding.file
                            AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                               'SAFETY', f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY withholding_lift ON protection.withholding FOR UPDATE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = withholding.file AND f.owner = (SELECT protection.me())
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'SAFETY', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')))
    WITH CHECK (lifted_at IS NOT NULL);

ALTER TABLE protection.handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.handover FORCE ROW LEVEL SECURITY;
CREATE POLICY handover_view ON protection.handover FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = handover.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'SAFETY', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY handover_give ON protection.handover FOR INSERT TO fourfold_protection
    WITH CHECK (member = (SELECT protection.me()) AND told_at IS NULL
                AND EXISTS (SELECT FROM protection.case_file f WHERE f.id = handover.file
                            AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'PRINT', NULL,
                                               f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY handover_told ON protection.handover FOR UPDATE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = handover.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'PRINT', NULL, f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')))
    WITH CHECK (told_at IS NOT NULL);

GRANT SELECT, INSERT ON protection.consent, protection.withdrawal, protection.withholding, protection.handover
    TO fourfold_protection;
GRANT UPDATE (lifted_at) ON protection.withholding TO fourfold_protection;
GRANT UPDATE (told_at) ON protection.handover TO fourfold_protection;

GRANT SELECT ON protection.consent, protection.withdrawal, protection.withholding, protection.handover TO fourfold_backup;
CREATE POLICY backup_reads ON protection.consent FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.withdrawal FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.withholding FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.handover FOR SELECT TO fourfold_backup USING (true);
