-- Case files. In clear stand only: random id and number, state, sealed or not, owner, organisation, opened and closed.
-- Everything a person told is in protection.content and protection.draft, encrypted before it comes here.
-- This is the second wall: row security FORCED on every table, agreeing with frame.Decisions; a test compares the two.
CREATE SCHEMA protection;
GRANT USAGE ON SCHEMA protection TO fourfold_protection, fourfold_backup;

CREATE TABLE protection.case_file (
    id           uuid PRIMARY KEY,
    number       text COLLATE "C" NOT NULL UNIQUE CHECK (number ~ '^P-[0-9A-HJKMNP-TV-Z]{6}-[A-HJKMNP-TV-Z]$'),
    organisation uuid        NOT NULL,
    owner        uuid        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
    sealed       boolean     NOT NULL DEFAULT false,
    revision     integer     NOT NULL DEFAULT 1 CHECK (revision >= 1),
    opened_at    timestamptz NOT NULL,
    closed_at    timestamptz,
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    UNIQUE (id, organisation, owner, sealed),
    UNIQUE (id, owner)
);
CREATE INDEX case_file_opened ON protection.case_file (opened_at DESC, id);

-- What may be known of a file by those who may not read it: that it is there and whom to ask. The foreign key keeps it
-- in step with the file; a sealed file is not known of.
CREATE TABLE protection.presence (
    file         uuid PRIMARY KEY,
    organisation uuid    NOT NULL,
    owner        uuid    NOT NULL,
    sealed       boolean NOT NULL,
    FOREIGN KEY (file, organisation, owner, sealed)
        REFERENCES protection.case_file (id, organisation, owner, sealed) ON UPDATE CASCADE ON DELETE CASCADE
);

-- The lawyer of a file, named by its owner or the team's supervisor.
CREATE TABLE protection.file_lawyer (
    file   uuid NOT NULL,
    owner  uuid NOT NULL,
    lawyer uuid NOT NULL,
    PRIMARY KEY (file, lawyer),
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE
);

-- Opened in an emergency by somebody who has no relation to the file: for three hours, with a written reason that is
-- encrypted under the file's key, told to the owner, reviewed by the supervisor.
CREATE TABLE protection.break_glass (
    id          uuid PRIMARY KEY,
    file        uuid        NOT NULL,
    owner       uuid        NOT NULL,
    member      uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    until       timestamptz NOT NULL CHECK (until > opened_at AND until <= opened_at + interval '3 hours'),
    reason      bytea       NOT NULL,
    reviewed_by uuid CHECK (reviewed_by <> member),
    reviewed_at timestamptz,
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX break_glass_file ON protection.break_glass (file, member, until);
CREATE INDEX break_glass_owner ON protection.break_glass (owner) WHERE reviewed_at IS NULL;

-- One ciphertext for each (file, group, revision). An item is what the revisions are of: the group's own document (the
-- file's id) or one note. When it was written and by whom is inside.
CREATE TABLE protection.content (
    file        uuid    NOT NULL REFERENCES protection.case_file ON DELETE CASCADE,
    field_group text    NOT NULL CHECK (field_group IN ('IDENTITY', 'CONTACT', 'SAFETY', 'NEEDS', 'HEALTH', 'NARRATIVE',
                    'NOTES', 'LEGAL', 'DURESS')),
    revision    integer NOT NULL CHECK (revision >= 1),
    item        uuid    NOT NULL,
    ciphertext  bytea   NOT NULL CHECK (length(ciphertext) <= 1000000),
    PRIMARY KEY (file, field_group, revision)
);
CREATE INDEX content_item ON protection.content (file, field_group, item, revision DESC);

-- Keyed tokens by which a name is found: nothing can be read from them. One row a token, equality only.
CREATE TABLE protection.search_token (
    token bytea NOT NULL CHECK (length(token) = 16),
    file  uuid  NOT NULL REFERENCES protection.presence ON DELETE CASCADE,
    PRIMARY KEY (token, file)
);
CREATE INDEX search_token_file ON protection.search_token (file);

-- What a member has typed and not yet sent, encrypted, for a day. A file that is being opened has no id yet.
CREATE TABLE protection.draft (
    id         uuid PRIMARY KEY,
    member     uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('OPENING', 'NOTE')),
    file       uuid REFERENCES protection.case_file ON DELETE CASCADE,
    item       uuid,
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 1000000),
    kept_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CHECK ((kind = 'NOTE') = (file IS NOT NULL)),
    CHECK ((kind = 'NOTE') = (item IS NOT NULL))
);
CREATE UNIQUE INDEX draft_note ON protection.draft (member, file, item) WHERE kind = 'NOTE';
CREATE INDEX draft_expires ON protection.draft (expires_at);

-- What was destroyed, when and by whom, and until when a backup may still hold it. Nothing of the person.
CREATE TABLE protection.erasure (
    file          uuid PRIMARY KEY,
    number        text COLLATE "C" NOT NULL UNIQUE,
    organisation  uuid        NOT NULL,
    owner         uuid        NOT NULL,
    erased_by     uuid        NOT NULL,
    erased_at     timestamptz NOT NULL,
    texts         integer     NOT NULL,
    tokens        integer     NOT NULL,
    backups_until timestamptz NOT NULL
);

-- Who acts. The role counts only when the member holds it now, and only for the purpose of protection.
CREATE FUNCTION protection.me() RETURNS uuid LANGUAGE sql STABLE
RETURN nullif(current_setting('fourfold.member', true), '')::uuid;

CREATE FUNCTION protection.my_organisation() RETURNS uuid LANGUAGE sql STABLE
RETURN nullif(current_setting('fourfold.organisation', true), '')::uuid;

CREATE FUNCTION protection.my_role() RETURNS text LANGUAGE sql STABLE
RETURN CASE WHEN current_setting('fourfold.purpose', true) = 'PROTECTION'
                 AND current_setting('fourfold.role', true) IN ('CASEWORKER', 'NIGHT_STAFF', 'SUPERVISOR', 'LAWYER')
                 AND access.member_holds(protection.me(), current_setting('fourfold.role', true))
            THEN current_setting('fourfold.role', true) END;

-- The same table of rules as frame.Decisions, written a second time on purpose: what one relation lets one role do with
-- one group (null: with any). Pure, so that a test compares every combination.
CREATE FUNCTION protection.permits(
    role text, relation text, operation text, field_group text, sealed boolean, open boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE
    WHEN sealed AND relation NOT IN ('OWNER', 'LAWYER_OF_FILE') THEN false
    WHEN relation IN ('OWNER', 'TEAM') AND role NOT IN ('CASEWORKER', 'SUPERVISOR') THEN false
    WHEN relation = 'SUPERVISOR_OF_TEAM' AND role <> 'SUPERVISOR' THEN false
    WHEN relation = 'LAWYER_OF_FILE' AND role <> 'LAWYER' THEN false
    WHEN relation = 'NIGHT_COVER' AND role <> 'NIGHT_STAFF' THEN false
    WHEN relation = 'BREAK_GLASS' AND role NOT IN ('CASEWORKER', 'NIGHT_STAFF', 'SUPERVISOR') THEN false
    WHEN role IS NULL THEN false
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

-- Whether one of the relations that hold now permits it. Asks the other tables only where the rule could help.
CREATE FUNCTION protection.may(
    role text, me uuid, operation text, field_group text, asked uuid, owner uuid, sealed boolean, open boolean)
RETURNS boolean LANGUAGE sql STABLE
RETURN role IS NOT NULL AND (
    (owner = me AND protection.permits(role, 'OWNER', operation, field_group, sealed, open))
    OR (protection.permits(role, 'TEAM', operation, field_group, sealed, open) AND access.same_team(me, owner))
    OR (protection.permits(role, 'SUPERVISOR_OF_TEAM', operation, field_group, sealed, open)
        AND access.supervises(me, owner))
    OR (protection.permits(role, 'NIGHT_COVER', operation, field_group, sealed, open) AND access.same_team(me, owner))
    OR (protection.permits(role, 'LAWYER_OF_FILE', operation, field_group, sealed, open)
        AND EXISTS (SELECT FROM protection.file_lawyer l WHERE l.file = asked AND l.lawyer = me))
    OR (protection.permits(role, 'BREAK_GLASS', operation, field_group, sealed, open)
        AND EXISTS (SELECT FROM protection.break_glass b
                    WHERE b.file = asked AND b.member = me AND b.until > statement_timestamp())));

ALTER TABLE protection.case_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.case_file FORCE ROW LEVEL SECURITY;
CREATE POLICY file_view ON protection.case_file FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation())
           AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', NULL, id, owner, sealed,
                              state = 'OPEN'));
CREATE POLICY file_open ON protection.case_file FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation())
                AND owner = (SELECT protection.me()) AND state = 'OPEN' AND NOT sealed
                AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', NULL, id, owner,
                                   sealed, true));
CREATE POLICY file_change ON protection.case_file FOR UPDATE TO fourfold_protection
    USING (protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'CLOSE', NULL, id, owner, sealed,
                          state = 'OPEN'))
    WITH CHECK (organisation = (SELECT protection.my_organisation())
                AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'CLOSE', NULL, id, owner,
                                   sealed, state = 'OPEN'));
CREATE POLICY file_erase ON protection.case_file FOR DELETE TO fourfold_protection
    USING (protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'ERASE', NULL, id, owner, sealed,
                          state = 'OPEN'));

ALTER TABLE protection.presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.presence FORCE ROW LEVEL SECURITY;
CREATE POLICY presence_known ON protection.presence FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation())
           AND ((NOT sealed AND (SELECT protection.my_role()) IS NOT NULL)
                OR protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'SEE_EXISTS', NULL, file,
                                  owner, sealed, true)));
CREATE POLICY presence_open ON protection.presence FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation()) AND owner = (SELECT protection.me())
                AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', NULL, file, owner,
                                   sealed, true));

ALTER TABLE protection.file_lawyer ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.file_lawyer FORCE ROW LEVEL SECURITY;
CREATE POLICY lawyer_known ON protection.file_lawyer FOR SELECT TO fourfold_protection
    USING ((SELECT protection.my_role()) IS NOT NULL
           AND (lawyer = (SELECT protection.me()) OR owner = (SELECT protection.me())
                OR access.supervises((SELECT protection.me()), owner)));
CREATE POLICY lawyer_name ON protection.file_lawyer FOR INSERT TO fourfold_protection
    WITH CHECK (access.member_holds(lawyer, 'LAWYER')
                AND EXISTS (SELECT FROM protection.case_file f WHERE f.id = file
                            AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'CLOSE', NULL,
                                               f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY lawyer_end ON protection.file_lawyer FOR DELETE TO fourfold_protection
    USING (protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'CLOSE', NULL, file, owner, false,
                          true));

ALTER TABLE protection.break_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.break_glass FORCE ROW LEVEL SECURITY;
CREATE POLICY glass_known ON protection.break_glass FOR SELECT TO fourfold_protection
    USING ((SELECT protection.my_role()) IS NOT NULL
           AND (member = (SELECT protection.me()) OR owner = (SELECT protection.me())
                OR access.supervises((SELECT protection.me()), owner)));
CREATE POLICY glass_break ON protection.break_glass FOR INSERT TO fourfold_protection
    WITH CHECK (member = (SELECT protection.me()) AND reviewed_by IS NULL
                AND (SELECT protection.my_role()) IN ('CASEWORKER', 'NIGHT_STAFF', 'SUPERVISOR')
                AND EXISTS (SELECT FROM protection.presence p
                            WHERE p.file = break_glass.file AND p.owner = break_glass.owner AND NOT p.sealed));
CREATE POLICY glass_review ON protection.break_glass FOR UPDATE TO fourfold_protection
    USING (member <> (SELECT protection.me()) AND (SELECT protection.my_role()) = 'SUPERVISOR'
           AND access.supervises((SELECT protection.me()), owner))
    WITH CHECK (reviewed_by = (SELECT protection.me()));

ALTER TABLE protection.content ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.content FORCE ROW LEVEL SECURITY;
CREATE POLICY content_view ON protection.content FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = content.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW',
                                      content.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY content_write ON protection.content FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = content.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                           content.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')));

ALTER TABLE protection.search_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.search_token FORCE ROW LEVEL SECURITY;
CREATE POLICY token_find ON protection.search_token FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.presence p WHERE p.file = search_token.file));
CREATE POLICY token_write ON protection.search_token FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = search_token.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'IDENTITY',
                                           f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY token_delete ON protection.search_token FOR DELETE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = search_token.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE', 'IDENTITY',
                                      f.id, f.owner, f.sealed, f.state = 'OPEN')));

ALTER TABLE protection.draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.draft FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_own ON protection.draft FOR SELECT TO fourfold_protection
    USING ((member = (SELECT protection.me()) AND (SELECT protection.my_role()) IS NOT NULL)
           OR ((SELECT protection.me()) IS NULL AND expires_at < statement_timestamp()));
CREATE POLICY draft_keep ON protection.draft FOR INSERT TO fourfold_protection
    WITH CHECK (member = (SELECT protection.me()) AND (SELECT protection.my_role()) IS NOT NULL
                AND (file IS NULL OR EXISTS (SELECT FROM protection.case_file f WHERE f.id = draft.file)));
CREATE POLICY draft_change ON protection.draft FOR UPDATE TO fourfold_protection
    USING (member = (SELECT protection.me()) AND (SELECT protection.my_role()) IS NOT NULL)
    WITH CHECK (member = (SELECT protection.me())
                AND (file IS NULL OR EXISTS (SELECT FROM protection.case_file f WHERE f.id = draft.file)));
-- The node itself (no member) clears away what has expired.
CREATE POLICY draft_drop ON protection.draft FOR DELETE TO fourfold_protection
    USING ((member = (SELECT protection.me()) AND (SELECT protection.my_role()) IS NOT NULL)
           OR ((SELECT protection.me()) IS NULL AND expires_at < statement_timestamp()));

ALTER TABLE protection.erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY erasure_known ON protection.erasure FOR SELECT TO fourfold_protection
    USING ((SELECT protection.my_role()) IS NOT NULL AND organisation = (SELECT protection.my_organisation())
           AND (erased_by = (SELECT protection.me()) OR owner = (SELECT protection.me())
                OR access.supervises((SELECT protection.me()), owner)));
CREATE POLICY erasure_note ON protection.erasure FOR INSERT TO fourfold_protection
    WITH CHECK (erased_by = (SELECT protection.me()) AND organisation = (SELECT protection.my_organisation())
                AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'ERASE', NULL, file, owner,
                                   false, true));

GRANT SELECT, INSERT, DELETE ON protection.case_file, protection.search_token, protection.file_lawyer
    TO fourfold_protection;
GRANT UPDATE (state, sealed, closed_at, revision) ON protection.case_file TO fourfold_protection;
GRANT SELECT, INSERT ON protection.presence, protection.content, protection.break_glass, protection.erasure
    TO fourfold_protection;
GRANT UPDATE (reviewed_by, reviewed_at) ON protection.break_glass TO fourfold_protection;
GRANT SELECT, INSERT, DELETE, UPDATE (ciphertext, kept_at, expires_at) ON protection.draft TO fourfold_protection;

-- The backup reads whole tables; what it reads is ciphertext.
GRANT SELECT ON ALL TABLES IN SCHEMA protection TO fourfold_backup;
CREATE POLICY backup_reads ON protection.case_file FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.presence FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.file_lawyer FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.break_glass FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.content FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.search_token FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.draft FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.erasure FOR SELECT TO fourfold_backup USING (true);

REVOKE ALL ON FUNCTION protection.me(), protection.my_organisation(), protection.my_role(),
    protection.permits(text, text, text, text, boolean, boolean),
    protection.may(text, uuid, text, text, uuid, uuid, boolean, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection.me(), protection.my_organisation(), protection.my_role(),
    protection.permits(text, text, text, text, boolean, boolean),
    protection.may(text, uuid, text, text, uuid, uuid, boolean, boolean) TO fourfold_protection;
