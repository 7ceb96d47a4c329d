-- Thread two: what is imported from public series and from the organisation's own tables. Nobody's name stands here.
CREATE SCHEMA prevention;
GRANT USAGE ON SCHEMA prevention TO fourfold_prevention, fourfold_backup;

-- One row an import, so that each figure can be traced to a file, a day and a member.
CREATE TABLE prevention.import_run (
    id           uuid PRIMARY KEY,
    organisation uuid        NOT NULL,
    member       uuid        NOT NULL,
    imported_at  timestamptz NOT NULL,
    layout       text        NOT NULL,
    source       text        NOT NULL,
    vintage      date        NOT NULL,
    file_name    text        NOT NULL,
    file_digest  text        NOT NULL CHECK (file_digest ~ '^[0-9a-f]{64}$'),
    file_bytes   bigint      NOT NULL CHECK (file_bytes >= 0),
    encoding     text        NOT NULL,
    delimiter    text        NOT NULL,
    compression  text        NOT NULL CHECK (compression IN ('NONE', 'GZIP', 'BZIP2')),
    rows_read    bigint      NOT NULL,
    read         bigint      NOT NULL,
    accepted     bigint      NOT NULL,
    refused      bigint      NOT NULL,
    duplicates   bigint      NOT NULL,
    CHECK (read = accepted + refused + duplicates)
);
CREATE INDEX import_run_order ON prevention.import_run (organisation, imported_at DESC, id);

-- What was refused, by row and column: code and values as the page and the terminal told them.
CREATE TABLE prevention.import_refusal (
    import_id uuid    NOT NULL REFERENCES prevention.import_run (id),
    ordinal   integer NOT NULL,
    code      text    NOT NULL,
    row_number bigint,
    column_name text,
    details   text    NOT NULL,
    PRIMARY KEY (import_id, ordinal)
);

-- A count as its source says it: a number, or null; what "NA" was written for stands in not_available, everything else that
-- is null was left empty. NA, empty and 0 are three different things.
CREATE TABLE prevention.incident (
    id              uuid PRIMARY KEY,
    organisation    uuid   NOT NULL,
    import_id       uuid   NOT NULL REFERENCES prevention.import_run (id) DEFERRABLE INITIALLY DEFERRED,
    row_number      bigint NOT NULL,
    source          text   NOT NULL,
    external_id     text   NOT NULL,
    content         text   NOT NULL,
    kind            text   NOT NULL,
    happened_from   date   NOT NULL,
    happened_to     date   NOT NULL,
    happened_precision text NOT NULL CHECK (happened_precision IN ('DAY', 'MONTH', 'YEAR', 'ESTIMATED')),
    latitude        double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude       double precision CHECK (longitude BETWEEN -180 AND 180),
    country         text,
    region          text,
    placed_by       text   NOT NULL CHECK (placed_by IN ('STATED', 'COORDINATES', 'NONE')),
    place_stated    text   NOT NULL,
    country_stated  text   NOT NULL,
    route           text   NOT NULL,
    origin          text   NOT NULL,
    alleged         text   NOT NULL,
    circumstances   text   NOT NULL,
    reported        text   NOT NULL CHECK (reported IN ('YES', 'NO', 'NOT_STATED')),
    pursued         text   NOT NULL CHECK (pursued IN ('YES', 'NO', 'NOT_STATED')),
    source_detail   text   NOT NULL,
    source_link     text   NOT NULL,
    source_quality  text   NOT NULL,
    dead            integer CHECK (dead >= 0),
    missing         integer CHECK (missing >= 0),
    survivors       integer CHECK (survivors >= 0),
    women           integer CHECK (women >= 0),
    men             integer CHECK (men >= 0),
    minors          integer CHECK (minors >= 0),
    not_available   text   NOT NULL,
    UNIQUE (organisation, source, external_id)
);
CREATE INDEX incident_order ON prevention.incident (organisation, happened_from DESC, id);
CREATE INDEX incident_country ON prevention.incident (organisation, country, happened_from DESC, id);
CREATE INDEX incident_import ON prevention.incident (import_id);

-- Counts by series, place and period. What is counted (crime, sex, age, authority …) is a measure of the series.
CREATE TABLE prevention.series (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation uuid NOT NULL,
    code         text NOT NULL,
    source       text NOT NULL,
    UNIQUE (organisation, code)
);

CREATE TABLE prevention.measure (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation uuid NOT NULL,
    series_id    integer NOT NULL REFERENCES prevention.series (id),
    name         text NOT NULL,
    UNIQUE (series_id, name)
);

-- A newer vintage stands beside the older one; nothing is overwritten.
CREATE TABLE prevention.observation (
    organisation uuid    NOT NULL,
    measure_id   integer NOT NULL,
    place_stated text    NOT NULL,
    period_from  date    NOT NULL,
    vintage      date    NOT NULL,
    period_to    date    NOT NULL,
    place        text,
    count        bigint CHECK (count >= 0),
    said         text    NOT NULL CHECK (said IN ('NUMBER', 'NA', 'EMPTY')),
    import_id    uuid    NOT NULL,
    row_number   bigint  NOT NULL,
    PRIMARY KEY (measure_id, place_stated, period_from, vintage),
    CHECK ((said = 'NUMBER') = (count IS NOT NULL))
);

GRANT SELECT, INSERT ON prevention.import_run, prevention.import_refusal, prevention.incident, prevention.series,
    prevention.measure, prevention.observation TO fourfold_prevention;
GRANT SELECT ON prevention.import_run, prevention.import_refusal, prevention.incident, prevention.series,
    prevention.measure, prevention.observation TO fourfold_backup;

-- Who may look: a member of this organisation, for prevention, in a role that works with it. Who may write: analyst, supervisor.
-- The sub-select makes PostgreSQL ask once a statement and not once a row.
CREATE FUNCTION prevention.may_read() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('fourfold.member', true), '') IS NOT NULL
       AND current_setting('fourfold.purpose', true) = 'PREVENTION'
       AND current_setting('fourfold.role', true)
           IN ('ANALYST', 'SUPERVISOR', 'CASEWORKER', 'INVESTIGATOR', 'PROSECUTOR', 'LIAISON')
$$;
CREATE FUNCTION prevention.may_write() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('fourfold.member', true), '') IS NOT NULL
       AND current_setting('fourfold.purpose', true) = 'PREVENTION'
       AND current_setting('fourfold.role', true) IN ('ANALYST', 'SUPERVISOR')
$$;
CREATE FUNCTION prevention.organisation() RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('fourfold.organisation', true), '')::uuid
$$;
REVOKE ALL ON FUNCTION prevention.may_read(), prevention.may_write(), prevention.organisation() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prevention.may_read(), prevention.may_write(), prevention.organisation()
    TO fourfold_prevention, fourfold_backup;

ALTER TABLE prevention.import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE prevention.import_run FORCE ROW LEVEL SECURITY;
ALTER TABLE prevention.import_refusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE prevention.import_refusal FORCE ROW LEVEL SECURITY;
ALTER TABLE prevention.incident ENABLE ROW LEVEL SECURITY;
ALTER TABLE prevention.incident FORCE ROW LEVEL SECURITY;
ALTER TABLE prevention.series ENABLE ROW LEVEL SECURITY;
ALTER TABLE prevention.series FORCE ROW LEVEL SECURITY;
ALTER TABLE prevention.measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE prevention.measure FORCE ROW LEVEL SECURITY;
ALTER TABLE prevention.observation ENABLE ROW LEVEL SECURITY;
ALTER TABLE prevention.observation FORCE ROW LEVEL SECURITY;

CREATE POLICY import_run_read ON prevention.import_run FOR SELECT TO fourfold_prevention
    USING ((SELECT prevention.may_read()) AND organisation = (SELECT prevention.organisation()));
CREATE POLICY import_run_write ON prevention.import_run FOR INSERT TO fourfold_prevention
    WITH CHECK ((SELECT prevention.may_write()) AND organisation = (SELECT prevention.organisation())
                AND member = (SELECT nullif(current_setting('fourfold.member', true), '')::uuid));
CREATE POLICY import_refusal_read ON prevention.import_refusal FOR SELECT TO fourfold_prevention
    USING ((SELECT prevention.may_read())
           AND EXISTS (SELECT FROM prevention.import_run r WHERE r.id = import_id));
CREATE POLICY import_refusal_write ON prevention.import_refusal FOR INSERT TO fourfold_prevention
    WITH CHECK ((SELECT prevention.may_write())
                AND EXISTS (SELECT FROM prevention.import_run r WHERE r.id = import_id));
CREATE POLICY incident_read ON prevention.incident FOR SELECT TO fourfold_prevention
    USING ((SELECT prevention.may_read()) AND organisation = (SELECT prevention.organisation()));
CREATE POLICY incident_write ON prevention.incident FOR INSERT TO fourfold_prevention
    WITH CHECK ((SELECT prevention.may_write()) AND organisation = (SELECT prevention.organisation()));
CREATE POLICY series_read ON prevention.series FOR SELECT TO fourfold_prevention
    USING ((SELECT prevention.may_read()) AND organisation = (SELECT prevention.organisation()));
CREATE POLICY series_write ON prevention.series FOR INSERT TO fourfold_prevention
    WITH CHECK ((SELECT prevention.may_write()) AND organisation = (SELECT prevention.organisation()));
CREATE POLICY measure_read ON prevention.measure FOR SELECT TO fourfold_prevention
    USING ((SELECT prevention.may_read()) AND organisation = (SELECT prevention.organisation()));
CREATE POLICY measure_write ON prevention.measure FOR INSERT TO fourfold_prevention
    WITH CHECK ((SELECT prevention.may_write()) AND organisation = (SELECT prevention.organisation()));
CREATE POLICY observation_read ON prevention.observation FOR SELECT TO fourfold_prevention
    USING ((SELECT prevention.may_read()) AND organisation = (SELECT prevention.organisation()));
CREATE POLICY observation_write ON prevention.observation FOR INSERT TO fourfold_prevention
    WITH CHECK ((SELECT prevention.may_write()) AND organisation = (SELECT prevention.organisation()));

CREATE POLICY import_run_backup ON prevention.import_run FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY import_refusal_backup ON prevention.import_refusal FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY incident_backup ON prevention.incident FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY series_backup ON prevention.series FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY measure_backup ON prevention.measure FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY observation_backup ON prevention.observation FOR SELECT TO fourfold_backup USING (true);
