-- What the house says, recorded: rights before the first question, what is said before a consent, what the own view is. Nothing of a
-- person in care; the sound is somebody's voice all the same and lies in a lasting box of the house. A recording is never changed or
-- deleted, for a consent names the one that was heard; what is taken away is not played any more.
CREATE TABLE protection.spoken (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL,
    said         text        NOT NULL CHECK (said IN ('RIGHTS', 'CONSENT', 'OWN')),
    language     text        NOT NULL CHECK (length(language) BETWEEN 2 AND 4),
    added_at     timestamptz NOT NULL,
    away         boolean     NOT NULL DEFAULT false,
    ciphertext   bytea       NOT NULL CHECK (length(ciphertext) <= 21000000)
);

ALTER TABLE protection.spoken ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.spoken FORCE ROW LEVEL SECURITY;
CREATE POLICY spoken_view ON protection.spoken FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.keeps_house()));
CREATE POLICY spoken_add ON protection.spoken FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation())
                AND (SELECT protection.my_role()) = 'SUPERVISOR' AND NOT away);
CREATE POLICY spoken_take_away ON protection.spoken FOR UPDATE TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.my_role()) = 'SUPERVISOR')
    WITH CHECK (away);

GRANT SELECT, INSERT ON protection.spoken TO fourfold_protection;
GRANT UPDATE (away) ON protection.spoken TO fourfold_protection;

GRANT SELECT ON protection.spoken TO fourfold_backup;
CREATE POLICY backup_reads ON protection.spoken FOR SELECT TO fourfold_backup USING (true);
