-- How tables become claims, kept under a name so that next month's list is read as this month's. A mapping holds headings
-- and choices, no rows; it is changed and deleted by whoever may import.
CREATE TABLE prosecution.mapping (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    body         text        NOT NULL CHECK (length(body) <= 262144),
    revision     integer     NOT NULL CHECK (revision >= 1),
    member       uuid        NOT NULL,
    changed_at   timestamptz NOT NULL
);
-- One name, whatever its case.
CREATE UNIQUE INDEX mapping_name ON prosecution.mapping (organisation, lower(name));

GRANT SELECT, INSERT, DELETE ON prosecution.mapping TO fourfold_prosecution;
GRANT UPDATE (name, body, revision, member, changed_at) ON prosecution.mapping TO fourfold_prosecution;
GRANT SELECT ON prosecution.mapping TO fourfold_backup;

ALTER TABLE prosecution.mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.mapping FORCE ROW LEVEL SECURITY;
CREATE POLICY mapping_read ON prosecution.mapping FOR SELECT TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation()));
CREATE POLICY mapping_write ON prosecution.mapping FOR INSERT TO fourfold_prosecution
    WITH CHECK ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation())
                AND member = (SELECT prosecution.me()));
CREATE POLICY mapping_change ON prosecution.mapping FOR UPDATE TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation()))
    WITH CHECK (member = (SELECT prosecution.me()) AND organisation = (SELECT prosecution.my_organisation()));
CREATE POLICY mapping_end ON prosecution.mapping FOR DELETE TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation()));

CREATE POLICY mapping_backup ON prosecution.mapping FOR SELECT TO fourfold_backup USING (true);
