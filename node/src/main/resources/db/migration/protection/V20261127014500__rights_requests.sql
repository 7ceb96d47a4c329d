-- What a person asks of what is kept about them: to see it, to have it corrected, to have it erased, to object (ARCO). What
-- exactly stands in the file; here only that it was asked, until when it is to be answered, and how it was.

-- Who oversees the reading and opens no file.
CREATE FUNCTION protection.oversees() RETURNS boolean LANGUAGE sql STABLE
RETURN current_setting('fourfold.purpose', true) = 'OVERSIGHT'
       AND current_setting('fourfold.role', true) = 'PRIVACY_OFFICER'
       AND access.member_holds(protection.me(), 'PRIVACY_OFFICER');
REVOKE ALL ON FUNCTION protection.oversees() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection.oversees() TO fourfold_protection;

-- The file's id and number are kept beyond its erasure, which may be the answer.
CREATE TABLE protection.rights_request (
    id           uuid        PRIMARY KEY,
    file         uuid        NOT NULL,
    number       text COLLATE "C" NOT NULL,
    organisation uuid        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('ACCESS', 'RECTIFICATION', 'ERASURE', 'OBJECTION')),
    how          text        NOT NULL CHECK (how IN ('PRESENT', 'PHONE', 'PAPER')),
    received_at  timestamptz NOT NULL,
    received_by  uuid        NOT NULL,
    due_at       timestamptz NOT NULL CHECK (due_at > received_at),
    answered_at  timestamptz,
    answered_by  uuid,
    outcome      text CHECK (outcome IN ('DONE', 'PARTLY', 'REFUSED')),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL) AND (answered_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX rights_request_open ON protection.rights_request (due_at) WHERE answered_at IS NULL;
CREATE INDEX rights_request_answered ON protection.rights_request (answered_at) WHERE answered_at IS NOT NULL;

ALTER TABLE protection.rights_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.rights_request FORCE ROW LEVEL SECURITY;
CREATE POLICY request_known ON protection.rights_request FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation())
           AND ((SELECT protection.oversees())
                OR ((SELECT protection.my_role()) IS NOT NULL
                    AND (received_by = (SELECT protection.me())
                         OR EXISTS (SELECT FROM protection.case_file f WHERE f.id = rights_request.file
                                    AND protection.may((SELECT protection.my_role()), (SELECT protection.me()),
                                                       'SEE_READERS', NULL, f.id, f.owner, f.sealed,
                                                       f.state = 'OPEN'))))));
-- Whoever helps takes it, of the file whose number the person gives.
CREATE POLICY request_take ON protection.rights_request FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation()) AND received_by = (SELECT protection.me())
                AND (SELECT protection.my_role()) IS NOT NULL AND answered_at IS NULL
                AND EXISTS (SELECT FROM protection.case_file f
                            WHERE f.id = rights_request.file AND f.number = rights_request.number));
CREATE POLICY request_answer ON protection.rights_request FOR UPDATE TO fourfold_protection
    USING (answered_at IS NULL
           AND ((SELECT protection.oversees())
                OR EXISTS (SELECT FROM protection.case_file f WHERE f.id = rights_request.file
                           AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'SEE_READERS',
                                              NULL, f.id, f.owner, f.sealed, f.state = 'OPEN'))))
    WITH CHECK (answered_by = (SELECT protection.me()));

GRANT SELECT, INSERT ON protection.rights_request TO fourfold_protection;
GRANT UPDATE (answered_at, answered_by, outcome) ON protection.rights_request TO fourfold_protection;
GRANT SELECT ON protection.rights_request TO fourfold_backup;
CREATE POLICY backup_reads ON protection.rights_request FOR SELECT TO fourfold_backup USING (true);
