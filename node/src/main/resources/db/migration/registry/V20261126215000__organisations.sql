-- Organisations that the house works with: to whom something may go, and to whom it never may. Names of bodies, nobody's data.
-- key: the name without accents, case and marks, so that one body stands here once.
CREATE TABLE registry.organisation (
    id       uuid PRIMARY KEY,
    name     text        NOT NULL CHECK (length(name) BETWEEN 2 AND 120),
    key      text        NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 240),
    kind     text        NOT NULL CHECK (kind IN ('SERVICE', 'PROSECUTION', 'COURT', 'IMMIGRATION_AUTHORITY', 'FUNDER',
                                                  'SHARED_STORE')),
    added_at timestamptz NOT NULL
);

GRANT SELECT ON registry.organisation TO fourfold_module, fourfold_backup;
GRANT INSERT ON registry.organisation TO fourfold_registry;
