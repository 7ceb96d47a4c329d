-- Whether a file may be known of, beside each token of its names. Row security asked it of protection.presence: once for each token
-- that a search reads, or of the whole house at once, which was three quarters of a search's time. The foreign key keeps both in step,
-- as it keeps presence in step with the file.

-- The tokens are written anew beside that: changing ten million in place took a quarter of an hour and more. The owner of the tables is behind
-- the wall too, but for these statements.
ALTER TABLE protection.search_token NO FORCE ROW LEVEL SECURITY;
ALTER TABLE protection.presence NO FORCE ROW LEVEL SECURITY;
CREATE TEMPORARY TABLE known_token ON COMMIT DROP AS
    SELECT t.token, t.file, p.organisation, p.sealed
    FROM protection.search_token t JOIN protection.presence p ON p.file = t.file;
TRUNCATE protection.search_token;
DROP INDEX protection.search_token_file;
ALTER TABLE protection.search_token
    DROP CONSTRAINT search_token_file_fkey,
    DROP CONSTRAINT search_token_pkey,
    ADD COLUMN organisation uuid NOT NULL,
    ADD COLUMN sealed boolean NOT NULL;
INSERT INTO protection.search_token (token, file, organisation, sealed)
    SELECT token, file, organisation, sealed FROM known_token;
CREATE INDEX search_token_file ON protection.search_token (file);
ALTER TABLE protection.presence ADD UNIQUE (file, organisation, sealed);
ALTER TABLE protection.search_token
    ADD PRIMARY KEY (token, file) INCLUDE (organisation, sealed),
    ADD FOREIGN KEY (file, organisation, sealed)
        REFERENCES protection.presence (file, organisation, sealed) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE protection.search_token FORCE ROW LEVEL SECURITY;
ALTER TABLE protection.presence FORCE ROW LEVEL SECURITY;

-- Sealed files are few: theirs alone are looked up.
CREATE INDEX presence_sealed ON protection.presence (file) WHERE sealed;

-- The same question as presence_known asks, in the same words.
ALTER POLICY token_find ON protection.search_token
    USING ((NOT sealed AND organisation = (SELECT protection.my_organisation())
            AND (SELECT protection.permits(protection.my_role(), NULL, 'SEARCH', NULL, false, true)))
           OR (sealed AND EXISTS (SELECT FROM protection.presence p WHERE p.file = search_token.file AND p.sealed)));
