-- What an investigation knows and from where. A source never changes; every value is a claim with its source, row and
-- column. Values stand in clear under forced row security (docs/decisions/008-prosecution.md says why): what must not be
-- read by every investigator of the house does not belong here.
CREATE SCHEMA prosecution;
GRANT USAGE ON SCHEMA prosecution TO fourfold_prosecution, fourfold_backup;

-- A file as it was taken in, who took it and what came of it. Only that it was taken back can still be said once it stands.
-- The number is the short name by which the rows of this schema call it.
CREATE TABLE prosecution.source (
    number       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           uuid        NOT NULL UNIQUE,
    organisation uuid        NOT NULL,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes        bigint      NOT NULL CHECK (bytes >= 0),
    kind         text        NOT NULL CHECK (kind IN ('FTM_JSON', 'FTM_STATEMENTS', 'OFAC_SDN', 'SECTION_353', 'TABLE')),
    reading      text        NOT NULL,
    member       uuid        NOT NULL,
    imported_at  timestamptz NOT NULL,
    rows_read    bigint      NOT NULL,
    fragments    bigint      NOT NULL,
    entities     bigint      NOT NULL,
    refused      bigint      NOT NULL,
    claims       bigint      NOT NULL,
    aside        bigint      NOT NULL,
    problems     bigint      NOT NULL,
    undone_by    uuid,
    undone_at    timestamptz,
    CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
CREATE INDEX source_order ON prosecution.source (organisation, number DESC);
-- The same file stands once; taken back it may come again.
CREATE UNIQUE INDEX source_stands ON prosecution.source (organisation, sha256) WHERE undone_by IS NULL;

-- What was refused, by row and column: code and values as the page and the terminal told them.
CREATE TABLE prosecution.import_note (
    source      integer NOT NULL REFERENCES prosecution.source,
    ordinal     integer NOT NULL,
    code        text    NOT NULL,
    row_number  bigint  NOT NULL,
    column_name text    NOT NULL,
    details     text    NOT NULL,
    PRIMARY KEY (source, ordinal)
);

-- How many entities of each schema and country a source brought, and how many claims it has that the model does not know,
-- by schema and property.
CREATE TABLE prosecution.tally (
    source integer NOT NULL REFERENCES prosecution.source,
    facet  text    NOT NULL CHECK (facet IN ('SCHEMA', 'COUNTRY', 'ASIDE')),
    code   text    NOT NULL,
    count  bigint  NOT NULL,
    PRIMARY KEY (source, facet, code)
);

-- A thing as one source tells it, under the id that this source gave it: two files that use the same id need not mean the
-- same. No foreign key leads to or from the four tables below: a check for each of ten million rows would double the time
-- of an import. They are written and deleted by the import of their source alone, in one transaction, and a test counts.
CREATE TABLE prosecution.entity (
    id          uuid    PRIMARY KEY,
    source      integer NOT NULL,
    row_number  bigint  NOT NULL,
    external_id text COLLATE "C" NOT NULL CHECK (length(external_id) <= 255),
    schema      text COLLATE "C" NOT NULL,
    caption     text    NOT NULL,
    countries   text    NOT NULL,
    UNIQUE (external_id, source)
);
CREATE INDEX entity_source ON prosecution.entity USING brin (source);

-- The original is the text as it stood, null where it equals the value; what refers names another entity by its id.
CREATE TABLE prosecution.claim (
    entity      uuid    NOT NULL,
    source      integer NOT NULL,
    row_number  bigint  NOT NULL,
    refers      boolean NOT NULL,
    property    text COLLATE "C" NOT NULL,
    value       text COLLATE "C" NOT NULL,
    original    text,
    column_name text,
    language    text
);
CREATE INDEX claim_entity ON prosecution.claim (entity);
-- A reference is an id of at most 255 characters; a longer value refers to nothing.
CREATE INDEX claim_refers ON prosecution.claim (value, source) WHERE refers;
CREATE INDEX claim_place ON prosecution.claim USING brin (source, row_number) WITH (pages_per_range = 16);

-- Phones, plates, documents, accounts and the like, normalised, so that equal means the same number.
CREATE TABLE prosecution.identifier (
    entity   uuid    NOT NULL,
    source   integer NOT NULL,
    kind     text COLLATE "C" NOT NULL,
    value    text COLLATE "C" NOT NULL,
    property text COLLATE "C" NOT NULL
);
CREATE INDEX identifier_value ON prosecution.identifier (value, kind, source, entity);
CREATE INDEX identifier_entity ON prosecution.identifier (entity);
CREATE INDEX identifier_source ON prosecution.identifier USING brin (source);

-- One row a token, equality and prefix range only: w and a word of a name, c and a country, k and a schema.
CREATE TABLE prosecution.token (
    token  text COLLATE "C" NOT NULL,
    entity uuid    NOT NULL,
    source integer NOT NULL,
    schema text COLLATE "C" NOT NULL
);
CREATE INDEX token_entity ON prosecution.token (token, entity) INCLUDE (source, schema);
CREATE INDEX token_source ON prosecution.token USING brin (source);

-- Identifiers that stand in two or more sources, kept as imports come and go. The id stands for the value in addresses.
CREATE TABLE prosecution.overlap (
    id           uuid    NOT NULL UNIQUE,
    organisation uuid    NOT NULL,
    kind         text COLLATE "C" NOT NULL,
    value        text COLLATE "C" NOT NULL,
    sources      integer NOT NULL CHECK (sources >= 2),
    entities     integer NOT NULL CHECK (entities >= 2),
    PRIMARY KEY (organisation, kind, value)
);
CREATE INDEX overlap_order ON prosecution.overlap (organisation, sources DESC, entities, id);

-- What a member said an identifier is: a place that many use. It outlives the imports it was seen in.
CREATE TABLE prosecution.hub_mark (
    organisation uuid        NOT NULL,
    kind         text COLLATE "C" NOT NULL,
    value        text COLLATE "C" NOT NULL,
    hub          text        NOT NULL CHECK (hub IN ('TAXI_RANK', 'SHELTER', 'PHARMACY', 'SHOP', 'HOTEL', 'TRANSPORT',
                     'OFFICE', 'OTHER')),
    member       uuid        NOT NULL,
    marked_at    timestamptz NOT NULL,
    PRIMARY KEY (organisation, kind, value)
);

GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA prosecution TO fourfold_prosecution;
GRANT DELETE ON prosecution.tally, prosecution.entity, prosecution.claim, prosecution.identifier, prosecution.token,
    prosecution.overlap, prosecution.hub_mark TO fourfold_prosecution;
GRANT UPDATE (undone_by, undone_at) ON prosecution.source TO fourfold_prosecution;
-- After an import the planner must know the new rows at once, not when the server finds the time.
-- Servers before PostgreSQL 17 do not know the right; there the server finds the time.
DO $$
BEGIN
    IF current_setting('server_version_num')::integer >= 170000 THEN
        EXECUTE 'GRANT MAINTAIN ON prosecution.entity, prosecution.claim, prosecution.identifier, prosecution.token
                 TO fourfold_prosecution';
    END IF;
END
$$;
GRANT SELECT ON ALL TABLES IN SCHEMA prosecution TO fourfold_backup;

-- Who is let in: an investigator, prosecutor or supervisor who holds that role now, acting for an investigation. Analysts
-- and liaisons, whose roles one person grants, are not. The sub-selects make PostgreSQL ask once a statement.
CREATE FUNCTION prosecution.me() RETURNS uuid LANGUAGE sql STABLE
RETURN nullif(current_setting('fourfold.member', true), '')::uuid;

CREATE FUNCTION prosecution.my_organisation() RETURNS uuid LANGUAGE sql STABLE
RETURN nullif(current_setting('fourfold.organisation', true), '')::uuid;

CREATE FUNCTION prosecution.let_in() RETURNS boolean LANGUAGE sql STABLE
RETURN coalesce(current_setting('fourfold.purpose', true) = 'INVESTIGATION'
    AND current_setting('fourfold.role', true) IN ('INVESTIGATOR', 'PROSECUTOR', 'SUPERVISOR')
    AND access.member_holds(prosecution.me(), current_setting('fourfold.role', true)), false);

REVOKE ALL ON FUNCTION prosecution.me(), prosecution.my_organisation(), prosecution.let_in() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prosecution.me(), prosecution.my_organisation(), prosecution.let_in()
    TO fourfold_prosecution;

ALTER TABLE prosecution.source ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.source FORCE ROW LEVEL SECURITY;
CREATE POLICY source_read ON prosecution.source FOR SELECT TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation()));
CREATE POLICY source_write ON prosecution.source FOR INSERT TO fourfold_prosecution
    WITH CHECK ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation())
                AND member = (SELECT prosecution.me()));
CREATE POLICY source_undo ON prosecution.source FOR UPDATE TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation())
           AND undone_by IS NULL)
    WITH CHECK (undone_by = (SELECT prosecution.me()));

ALTER TABLE prosecution.import_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.import_note FORCE ROW LEVEL SECURITY;
CREATE POLICY import_note_read ON prosecution.import_note FOR SELECT TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY import_note_write ON prosecution.import_note FOR INSERT TO fourfold_prosecution
    WITH CHECK (source IN (SELECT s.number FROM prosecution.source s));

ALTER TABLE prosecution.tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.tally FORCE ROW LEVEL SECURITY;
CREATE POLICY tally_read ON prosecution.tally FOR SELECT TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY tally_write ON prosecution.tally FOR INSERT TO fourfold_prosecution
    WITH CHECK (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY tally_undo ON prosecution.tally FOR DELETE TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));

ALTER TABLE prosecution.entity ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.entity FORCE ROW LEVEL SECURITY;
CREATE POLICY entity_read ON prosecution.entity FOR SELECT TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY entity_write ON prosecution.entity FOR INSERT TO fourfold_prosecution
    WITH CHECK (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY entity_undo ON prosecution.entity FOR DELETE TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));

ALTER TABLE prosecution.claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.claim FORCE ROW LEVEL SECURITY;
CREATE POLICY claim_read ON prosecution.claim FOR SELECT TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY claim_write ON prosecution.claim FOR INSERT TO fourfold_prosecution
    WITH CHECK (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY claim_undo ON prosecution.claim FOR DELETE TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));

ALTER TABLE prosecution.identifier ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.identifier FORCE ROW LEVEL SECURITY;
CREATE POLICY identifier_read ON prosecution.identifier FOR SELECT TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY identifier_write ON prosecution.identifier FOR INSERT TO fourfold_prosecution
    WITH CHECK (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY identifier_undo ON prosecution.identifier FOR DELETE TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));

ALTER TABLE prosecution.token ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.token FORCE ROW LEVEL SECURITY;
CREATE POLICY token_read ON prosecution.token FOR SELECT TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY token_write ON prosecution.token FOR INSERT TO fourfold_prosecution
    WITH CHECK (source IN (SELECT s.number FROM prosecution.source s));
CREATE POLICY token_undo ON prosecution.token FOR DELETE TO fourfold_prosecution
    USING (source IN (SELECT s.number FROM prosecution.source s));

ALTER TABLE prosecution.overlap ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.overlap FORCE ROW LEVEL SECURITY;
CREATE POLICY overlap_read ON prosecution.overlap FOR SELECT TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation()));
CREATE POLICY overlap_write ON prosecution.overlap FOR INSERT TO fourfold_prosecution
    WITH CHECK ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation()));
CREATE POLICY overlap_end ON prosecution.overlap FOR DELETE TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation()));

ALTER TABLE prosecution.hub_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.hub_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY hub_mark_read ON prosecution.hub_mark FOR SELECT TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation()));
CREATE POLICY hub_mark_write ON prosecution.hub_mark FOR INSERT TO fourfold_prosecution
    WITH CHECK ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation())
                AND member = (SELECT prosecution.me()));
CREATE POLICY hub_mark_end ON prosecution.hub_mark FOR DELETE TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation()));

CREATE POLICY source_backup ON prosecution.source FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY import_note_backup ON prosecution.import_note FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY tally_backup ON prosecution.tally FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY entity_backup ON prosecution.entity FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY claim_backup ON prosecution.claim FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY identifier_backup ON prosecution.identifier FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY token_backup ON prosecution.token FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY overlap_backup ON prosecution.overlap FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY hub_mark_backup ON prosecution.hub_mark FOR SELECT TO fourfold_backup USING (true);
