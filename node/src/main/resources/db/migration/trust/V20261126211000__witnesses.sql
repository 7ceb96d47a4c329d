-- Who outside vouches for the record: a witness looks at what the node shows, checkpoint and hash tiles, and cosigns what
-- grew out of everything it saw before (C2SP tlog-witness). It gets no entry.
CREATE TABLE trust.witness (
    id        uuid        PRIMARY KEY,
    name      text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    vkey      text        NOT NULL,
    place     text        NOT NULL CHECK (length(place) BETWEEN 1 AND 500),
    days      integer     NOT NULL CHECK (days BETWEEN 1 AND 90),
    added_at  timestamptz NOT NULL,
    ended_at  timestamptz,
    looked_at timestamptz,
    found     text        NOT NULL DEFAULT 'NOT_LOOKED'
);
CREATE UNIQUE INDEX witness_key ON trust.witness (vkey) WHERE ended_at IS NULL;

-- What it cosigned: the checkpoint with the log's signature and its own. Since when it saw this size, and when last.
CREATE TABLE trust.cosignature (
    witness uuid        NOT NULL REFERENCES trust.witness,
    log     integer     NOT NULL REFERENCES trust.log,
    size    bigint      NOT NULL CHECK (size >= 0),
    since   timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    note    text        NOT NULL CHECK (length(note) <= 65536),
    PRIMARY KEY (witness, log, size)
);

-- A checkpoint with the log's own signature that is not of this log's tree. Evidence: kept, never changed.
CREATE TABLE trust.fork (
    id       uuid        PRIMARY KEY,
    witness  uuid        NOT NULL REFERENCES trust.witness,
    log      integer     NOT NULL REFERENCES trust.log,
    size     bigint      NOT NULL,
    root     text        NOT NULL,
    found_at timestamptz NOT NULL,
    note     text        NOT NULL CHECK (length(note) <= 65536),
    UNIQUE (witness, log, size, root)
);

GRANT SELECT, INSERT ON trust.witness, trust.cosignature, trust.fork TO fourfold_trust;
GRANT UPDATE (ended_at, looked_at, found) ON trust.witness TO fourfold_trust;
GRANT UPDATE (seen_at, note) ON trust.cosignature TO fourfold_trust;
GRANT SELECT ON trust.witness, trust.cosignature, trust.fork TO fourfold_backup;
