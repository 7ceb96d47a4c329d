-- A file goes to another owner of the same team. Every row that names the owner has it by a foreign key and goes along in the same
-- statement. Why is sealed with the file's key; the new owner says that they took it over.
CREATE TABLE protection.file_transfer (
    id         uuid        PRIMARY KEY,
    file       uuid        NOT NULL REFERENCES protection.case_file ON DELETE CASCADE,
    former     uuid        NOT NULL,
    receiver   uuid        NOT NULL CHECK (receiver <> former),
    member     uuid        NOT NULL,
    at         timestamptz NOT NULL,
    taken_at   timestamptz,
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 20000)
);
CREATE INDEX file_transfer_file ON protection.file_transfer (file);
CREATE INDEX file_transfer_receiver ON protection.file_transfer (receiver) WHERE taken_at IS NULL;

-- Who may have a file: an active member of the former owner's team who works with persons by day.
CREATE FUNCTION protection.may_own(receiver uuid, former uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN access.same_team(receiver, former)
       AND (access.member_holds(receiver, 'CASEWORKER') OR access.member_holds(receiver, 'SUPERVISOR'));
REVOKE ALL ON FUNCTION protection.may_own(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection.may_own(uuid, uuid) TO fourfold_protection;

ALTER TABLE protection.file_transfer ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.file_transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY transfer_view ON protection.file_transfer FOR SELECT TO fourfold_protection
    USING ((SELECT protection.my_role()) IS NOT NULL
           AND (member = (SELECT protection.me()) OR receiver = (SELECT protection.me())));
-- The owner, or who supervises them; of a sealed file the owner only.
CREATE POLICY transfer_make ON protection.file_transfer FOR INSERT TO fourfold_protection
    WITH CHECK (member = (SELECT protection.me()) AND taken_at IS NULL AND protection.may_own(receiver, former)
                AND EXISTS (SELECT FROM protection.case_file f
                            WHERE f.id = file_transfer.file AND f.owner = file_transfer.former
                              AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'CLOSE', NULL,
                                                 f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY transfer_take ON protection.file_transfer FOR UPDATE TO fourfold_protection
    USING ((SELECT protection.my_role()) IS NOT NULL AND receiver = (SELECT protection.me()) AND taken_at IS NULL)
    WITH CHECK (taken_at IS NOT NULL);

-- Every other change of a file leaves its owner as they are: presence still holds who that is.
ALTER POLICY file_change ON protection.case_file
    WITH CHECK (organisation = (SELECT protection.my_organisation())
                AND EXISTS (SELECT FROM protection.presence p WHERE p.file = case_file.id AND p.owner = case_file.owner)
                AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'CLOSE', NULL, id, owner,
                                   sealed, state = 'OPEN'));
CREATE POLICY file_hand ON protection.case_file FOR UPDATE TO fourfold_protection
    USING (protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'CLOSE', NULL, id, owner, sealed,
                          state = 'OPEN'))
    WITH CHECK (organisation = (SELECT protection.my_organisation())
                AND EXISTS (SELECT FROM protection.file_transfer t
                            WHERE t.file = case_file.id AND t.receiver = case_file.owner
                              AND t.member = (SELECT protection.me()) AND t.taken_at IS NULL));

GRANT UPDATE (owner) ON protection.case_file TO fourfold_protection;
GRANT SELECT, INSERT ON protection.file_transfer TO fourfold_protection;
GRANT UPDATE (taken_at) ON protection.file_transfer TO fourfold_protection;
GRANT SELECT ON protection.file_transfer TO fourfold_backup;
CREATE POLICY backup_reads ON protection.file_transfer FOR SELECT TO fourfold_backup USING (true);
