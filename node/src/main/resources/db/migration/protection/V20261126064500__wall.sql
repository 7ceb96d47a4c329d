-- What the wall's own tests found; every policy is now proven to carry weight, and permits to answer as frame.Decisions.

-- SEARCH was decided by a role alone in frame.Decisions and by no rule here: whoever helps may ask whether there is a file
-- already, whatever the relation. A role that does not help is refused first, so that no relation is ever looked at.
CREATE OR REPLACE FUNCTION protection.permits(
    role text, relation text, operation text, field_group text, sealed boolean, open boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE
    WHEN role IS NULL OR role NOT IN ('CASEWORKER', 'NIGHT_STAFF', 'SUPERVISOR', 'LAWYER') THEN false
    WHEN operation = 'SEARCH' THEN true
    WHEN sealed AND relation NOT IN ('OWNER', 'LAWYER_OF_FILE') THEN false
    WHEN relation IN ('OWNER', 'TEAM') AND role NOT IN ('CASEWORKER', 'SUPERVISOR') THEN false
    WHEN relation = 'SUPERVISOR_OF_TEAM' AND role <> 'SUPERVISOR' THEN false
    WHEN relation = 'LAWYER_OF_FILE' AND role <> 'LAWYER' THEN false
    WHEN relation = 'NIGHT_COVER' AND role <> 'NIGHT_STAFF' THEN false
    WHEN relation = 'BREAK_GLASS' AND role NOT IN ('CASEWORKER', 'NIGHT_STAFF', 'SUPERVISOR') THEN false
    WHEN operation = 'SEE_EXISTS' THEN true
    WHEN operation IN ('CLOSE', 'ERASE', 'SEE_READERS') THEN relation IN ('OWNER', 'SUPERVISOR_OF_TEAM')
    WHEN operation = 'PRINT' AND relation IN ('TEAM', 'NIGHT_COVER', 'BREAK_GLASS') THEN false
    WHEN operation IN ('VIEW', 'PRINT') THEN
        CASE relation
            WHEN 'OWNER' THEN field_group IS NULL OR field_group
                IN ('IDENTITY', 'CONTACT', 'SAFETY', 'NEEDS', 'HEALTH', 'NARRATIVE', 'NOTES', 'DURESS')
            WHEN 'TEAM' THEN field_group IS NULL OR field_group
                IN ('IDENTITY', 'CONTACT', 'SAFETY', 'NEEDS', 'NOTES')
            WHEN 'SUPERVISOR_OF_TEAM' THEN field_group IS NULL OR field_group
                IN ('IDENTITY', 'CONTACT', 'SAFETY', 'NEEDS', 'HEALTH', 'NARRATIVE', 'NOTES')
            WHEN 'LAWYER_OF_FILE' THEN field_group IS NULL OR field_group
                IN ('IDENTITY', 'CONTACT', 'SAFETY', 'NARRATIVE', 'LEGAL', 'DURESS')
            WHEN 'NIGHT_COVER' THEN field_group IS NULL OR field_group
                IN ('IDENTITY', 'CONTACT', 'SAFETY', 'NEEDS')
            WHEN 'BREAK_GLASS' THEN field_group IS NULL OR field_group
                IN ('IDENTITY', 'CONTACT', 'SAFETY', 'NEEDS', 'HEALTH')
            ELSE false END
    WHEN operation = 'WRITE' THEN open AND
        CASE relation
            WHEN 'OWNER' THEN field_group IS NULL OR field_group
                IN ('IDENTITY', 'CONTACT', 'SAFETY', 'NEEDS', 'HEALTH', 'NARRATIVE', 'NOTES', 'DURESS')
            WHEN 'TEAM' THEN field_group IS NULL OR field_group IN ('NEEDS', 'NOTES')
            WHEN 'SUPERVISOR_OF_TEAM' THEN field_group IS NULL OR field_group = 'NOTES'
            WHEN 'LAWYER_OF_FILE' THEN field_group IS NULL OR field_group IN ('LEGAL', 'DURESS')
            WHEN 'NIGHT_COVER' THEN field_group IS NULL OR field_group IN ('SAFETY', 'NEEDS')
            ELSE false END
    ELSE false END;

-- Who may ask by a name is asked of the same table of rules.
ALTER POLICY presence_known ON protection.presence
    USING (organisation = (SELECT protection.my_organisation())
           AND ((NOT sealed
                 AND (SELECT protection.permits(protection.my_role(), NULL, 'SEARCH', NULL, false, true)))
                OR protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'SEE_EXISTS', NULL, file,
                                  owner, sealed, true)));

-- A sealed file is known to its owner and its lawyer only. Who its lawyer is was still shown to the supervisor, and with
-- it that there is such a file.
ALTER POLICY lawyer_known ON protection.file_lawyer
    USING ((SELECT protection.my_role()) IS NOT NULL
           AND (lawyer = (SELECT protection.me()) OR owner = (SELECT protection.me())
                OR ((SELECT protection.my_role()) = 'SUPERVISOR'
                    AND access.supervises((SELECT protection.me()), owner)
                    AND EXISTS (SELECT FROM protection.presence p
                                WHERE p.file = file_lawyer.file AND NOT p.sealed))));

-- The supervisor could take the lawyer off a sealed file without seeing it: it was judged as if it were not sealed.
ALTER POLICY lawyer_end ON protection.file_lawyer
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = file_lawyer.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'CLOSE', NULL, f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));

-- A receipt could be written for a file that was never there, or for a sealed one. It is written before the file goes, by
-- one who may erase that very file.
ALTER POLICY erasure_note ON protection.erasure
    WITH CHECK (erased_by = (SELECT protection.me()) AND organisation = (SELECT protection.my_organisation())
                AND EXISTS (SELECT FROM protection.case_file f
                            WHERE f.id = erasure.file AND f.number = erasure.number AND f.owner = erasure.owner
                              AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'ERASE', NULL,
                                                 f.id, f.owner, f.sealed, f.state = 'OPEN')));
