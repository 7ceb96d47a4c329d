-- What everybody may read: countries (ISO 3166-1) and first-level regions (ISO 3166-2) with their outlines. No row here is
-- about a person, so there is no row security; the rows are loaded by the registry itself from the edition it ships with.
CREATE SCHEMA registry;
GRANT USAGE ON SCHEMA registry TO fourfold_module, fourfold_backup;

CREATE TABLE registry.edition (
    name      text PRIMARY KEY,
    version   integer     NOT NULL CHECK (version > 0),
    digest    text        NOT NULL,
    loaded_at timestamptz NOT NULL
);

CREATE TABLE registry.place (
    code        text PRIMARY KEY CHECK (code ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
    kind        text NOT NULL CHECK (kind IN ('COUNTRY', 'REGION')),
    parent      text REFERENCES registry.place (code) DEFERRABLE INITIALLY DEFERRED,
    name_es     text NOT NULL,
    name_en     text NOT NULL,
    iso_number  text NOT NULL,
    other_names text NOT NULL,
    outline     text NOT NULL,
    CHECK ((kind = 'REGION') = (parent IS NOT NULL))
);

GRANT SELECT ON registry.edition, registry.place TO fourfold_module, fourfold_backup;
GRANT INSERT, UPDATE, DELETE ON registry.edition, registry.place TO fourfold_registry;
