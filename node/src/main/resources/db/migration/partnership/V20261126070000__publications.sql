-- Publications: what the organisation tells everybody. Nothing here is ever changed or removed by the module: each step is
-- a row of its own, and what a row may be depends, by keys and checks, on the rows before it.
CREATE SCHEMA partnership;
GRANT USAGE ON SCHEMA partnership TO fourfold_partnership, fourfold_backup;

-- Publishing is off until an administrator and a supervisor, two persons, turned it on.
CREATE TABLE partnership.permission_request (
    id           uuid PRIMARY KEY,
    organisation uuid        NOT NULL,
    member       uuid        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('ADMINISTRATOR', 'SUPERVISOR')),
    requested_at timestamptz NOT NULL,
    licence      text        NOT NULL CHECK (licence IN ('CC_BY_4', 'CC_BY_SA_4', 'CC_BY_NC_4')),
    contact      text        NOT NULL CHECK (length(contact) <= 200),
    UNIQUE (id, organisation, member, role)
);

CREATE TABLE partnership.permission (
    request      uuid PRIMARY KEY,
    organisation uuid        NOT NULL,
    requested_by uuid        NOT NULL,
    requested_role text      NOT NULL,
    member       uuid        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('ADMINISTRATOR', 'SUPERVISOR')),
    agreed_at    timestamptz NOT NULL,
    UNIQUE (request, organisation),
    FOREIGN KEY (request, organisation, requested_by, requested_role)
        REFERENCES partnership.permission_request (id, organisation, member, role),
    CONSTRAINT permission_two_persons CHECK (member <> requested_by),
    CONSTRAINT permission_two_roles CHECK (role <> requested_role)
);

CREATE TABLE partnership.permission_end (
    request      uuid PRIMARY KEY REFERENCES partnership.permission_request (id),
    member       uuid        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('ADMINISTRATOR', 'SUPERVISOR')),
    ended_at     timestamptz NOT NULL
);

-- One edition of one series, exactly as it would be published. The hash covers the row and its cells.
CREATE TABLE partnership.publication (
    id           uuid PRIMARY KEY,
    organisation uuid        NOT NULL,
    permission   uuid        NOT NULL,
    author       uuid        NOT NULL,
    author_role  text        NOT NULL CHECK (author_role IN ('ANALYST', 'LIAISON', 'SUPERVISOR')),
    drafted_at   timestamptz NOT NULL,
    series       text        NOT NULL,
    ordinal      integer     NOT NULL CHECK (ordinal >= 1),
    places       text        NOT NULL CHECK (places IN ('REGION', 'COUNTRY')),
    by_kind      boolean     NOT NULL,
    counted      text        NOT NULL CHECK (counted IN ('INCIDENTS', 'PUBLISHED_COUNTS')),
    source       text        NOT NULL,
    publisher    text        NOT NULL,
    terms        text        NOT NULL,
    link         text        NOT NULL,
    first_year   integer     NOT NULL,
    last_year    integer     NOT NULL CHECK (last_year >= first_year),
    as_of        date        NOT NULL,
    organisation_name text   NOT NULL,
    invented     boolean     NOT NULL,
    licence      text        NOT NULL CHECK (licence IN ('CC_BY_4', 'CC_BY_SA_4', 'CC_BY_NC_4')),
    contact      text        NOT NULL CHECK (length(contact) <= 200),
    content_hash text        NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    UNIQUE (id, content_hash),
    UNIQUE (id, organisation, permission, series, ordinal, places, by_kind, content_hash),
    FOREIGN KEY (permission, organisation) REFERENCES partnership.permission (request, organisation)
);
CREATE INDEX publication_order ON partnership.publication (organisation, drafted_at DESC, id);

-- Only what is shown. A smaller total cannot be kept, whatever the program does.
CREATE TABLE partnership.published_cell (
    publication uuid    NOT NULL REFERENCES partnership.publication (id),
    year        integer NOT NULL,
    place       text    NOT NULL,
    kind        text    NOT NULL,
    count       bigint  NOT NULL,
    as_before   boolean NOT NULL,
    PRIMARY KEY (publication, year, place, kind),
    CONSTRAINT published_cell_least CHECK (count >= 10)
);

-- Who read the draft and agrees to exactly this content.
CREATE TABLE partnership.signature (
    publication  uuid        NOT NULL,
    member       uuid        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('SUPERVISOR', 'LIAISON', 'ANALYST')),
    content_hash text        NOT NULL,
    signed_at    timestamptz NOT NULL,
    PRIMARY KEY (publication, member),
    UNIQUE (publication, member, role, content_hash),
    FOREIGN KEY (publication, content_hash) REFERENCES partnership.publication (id, content_hash)
);

-- A series keeps the shape of its first edition for ever: a coarser or finer table beside it would be its margin.
CREATE TABLE partnership.series_shape (
    organisation uuid    NOT NULL,
    series       text    NOT NULL,
    places       text    NOT NULL,
    by_kind      boolean NOT NULL,
    PRIMARY KEY (organisation, series),
    UNIQUE (organisation, series, places, by_kind)
);

-- Released: by a supervisor and by a liaison or an analyst, two persons, each of whom signed this content; after the edition
-- before it, which its figures were compared with.
CREATE TABLE partnership.release (
    publication  uuid PRIMARY KEY,
    organisation uuid        NOT NULL,
    permission   uuid        NOT NULL,
    series       text        NOT NULL,
    ordinal      integer     NOT NULL,
    previous     integer GENERATED ALWAYS AS (NULLIF(ordinal - 1, 0)) STORED,
    places       text        NOT NULL,
    by_kind      boolean     NOT NULL,
    content_hash text        NOT NULL,
    supervisor   uuid        NOT NULL,
    supervisor_role text     NOT NULL CHECK (supervisor_role = 'SUPERVISOR'),
    second       uuid        NOT NULL,
    second_role  text        NOT NULL CHECK (second_role IN ('LIAISON', 'ANALYST')),
    released_at  timestamptz NOT NULL,
    released_on  date        NOT NULL,
    CONSTRAINT release_two_persons CHECK (supervisor <> second),
    CONSTRAINT release_one_edition UNIQUE (organisation, series, ordinal),
    FOREIGN KEY (organisation, series, previous) REFERENCES partnership.release (organisation, series, ordinal),
    FOREIGN KEY (publication, organisation, permission, series, ordinal, places, by_kind, content_hash)
        REFERENCES partnership.publication (id, organisation, permission, series, ordinal, places, by_kind, content_hash),
    FOREIGN KEY (organisation, series, places, by_kind)
        REFERENCES partnership.series_shape (organisation, series, places, by_kind),
    FOREIGN KEY (publication, supervisor, supervisor_role, content_hash)
        REFERENCES partnership.signature (publication, member, role, content_hash),
    FOREIGN KEY (publication, second, second_role, content_hash)
        REFERENCES partnership.signature (publication, member, role, content_hash)
);

-- Taken back, by one person: waiting for a second one would leave a harmful page standing.
CREATE TABLE partnership.withdrawal (
    publication  uuid PRIMARY KEY REFERENCES partnership.release (publication),
    member       uuid        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('SUPERVISOR', 'LIAISON')),
    reason       text        NOT NULL CHECK (reason IN ('ERROR', 'SAFETY', 'SOURCE')),
    withdrawn_at timestamptz NOT NULL,
    withdrawn_on date        NOT NULL
);

GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA partnership TO fourfold_partnership;
GRANT SELECT ON ALL TABLES IN SCHEMA partnership TO fourfold_backup;

-- Who acts. The sub-selects in the policies make PostgreSQL ask once a statement and not once a row.
CREATE FUNCTION partnership.member() RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('fourfold.member', true), '')::uuid
$$;
CREATE FUNCTION partnership.role() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('fourfold.role', true), '')
$$;
CREATE FUNCTION partnership.organisation() RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('fourfold.organisation', true), '')::uuid
$$;
-- For publications: with partners, in a role that publishes.
CREATE FUNCTION partnership.publishes() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('fourfold.member', true), '') IS NOT NULL
       AND current_setting('fourfold.purpose', true) = 'PARTNERSHIP'
       AND current_setting('fourfold.role', true) IN ('SUPERVISOR', 'LIAISON', 'ANALYST')
$$;
-- For turning publishing on and off: overseeing, as administrator or supervisor.
CREATE FUNCTION partnership.permits() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('fourfold.member', true), '') IS NOT NULL
       AND current_setting('fourfold.purpose', true) = 'OVERSIGHT'
       AND current_setting('fourfold.role', true) IN ('ADMINISTRATOR', 'SUPERVISOR')
$$;
REVOKE ALL ON FUNCTION partnership.member(), partnership.role(), partnership.organisation(), partnership.publishes(),
    partnership.permits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION partnership.member(), partnership.role(), partnership.organisation(), partnership.publishes(),
    partnership.permits() TO fourfold_partnership, fourfold_backup;

ALTER TABLE partnership.permission_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership.permission_request FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership.permission ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership.permission FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership.permission_end ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership.permission_end FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership.publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership.publication FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership.published_cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership.published_cell FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership.signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership.signature FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership.series_shape ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership.series_shape FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership.release ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership.release FORCE ROW LEVEL SECURITY;
ALTER TABLE partnership.withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership.withdrawal FORCE ROW LEVEL SECURITY;

CREATE POLICY permission_request_read ON partnership.permission_request FOR SELECT TO fourfold_partnership
    USING (((SELECT partnership.publishes()) OR (SELECT partnership.permits()))
           AND organisation = (SELECT partnership.organisation()));
CREATE POLICY permission_request_write ON partnership.permission_request FOR INSERT TO fourfold_partnership
    WITH CHECK ((SELECT partnership.permits()) AND organisation = (SELECT partnership.organisation())
                AND member = (SELECT partnership.member()) AND role = (SELECT partnership.role()));
CREATE POLICY permission_read ON partnership.permission FOR SELECT TO fourfold_partnership
    USING (((SELECT partnership.publishes()) OR (SELECT partnership.permits()))
           AND organisation = (SELECT partnership.organisation()));
CREATE POLICY permission_write ON partnership.permission FOR INSERT TO fourfold_partnership
    WITH CHECK ((SELECT partnership.permits()) AND organisation = (SELECT partnership.organisation())
                AND member = (SELECT partnership.member()) AND role = (SELECT partnership.role())
                AND NOT EXISTS (SELECT FROM partnership.permission_end e WHERE e.request = permission.request));
CREATE POLICY permission_end_read ON partnership.permission_end FOR SELECT TO fourfold_partnership
    USING (EXISTS (SELECT FROM partnership.permission_request r WHERE r.id = request));
CREATE POLICY permission_end_write ON partnership.permission_end FOR INSERT TO fourfold_partnership
    WITH CHECK ((SELECT partnership.permits())
                AND member = (SELECT partnership.member()) AND role = (SELECT partnership.role())
                AND EXISTS (SELECT FROM partnership.permission_request r WHERE r.id = request));

CREATE POLICY publication_read ON partnership.publication FOR SELECT TO fourfold_partnership
    USING ((SELECT partnership.publishes()) AND organisation = (SELECT partnership.organisation()));
CREATE POLICY publication_write ON partnership.publication FOR INSERT TO fourfold_partnership
    WITH CHECK ((SELECT partnership.publishes()) AND organisation = (SELECT partnership.organisation())
                AND author = (SELECT partnership.member()) AND author_role = (SELECT partnership.role())
                AND NOT EXISTS (SELECT FROM partnership.permission_end e WHERE e.request = permission));
CREATE POLICY published_cell_read ON partnership.published_cell FOR SELECT TO fourfold_partnership
    USING (EXISTS (SELECT FROM partnership.publication p WHERE p.id = publication));
CREATE POLICY published_cell_write ON partnership.published_cell FOR INSERT TO fourfold_partnership
    WITH CHECK (EXISTS (SELECT FROM partnership.publication p
                        WHERE p.id = publication AND p.author = (SELECT partnership.member()))
                AND NOT EXISTS (SELECT FROM partnership.signature s WHERE s.publication = published_cell.publication));
CREATE POLICY signature_read ON partnership.signature FOR SELECT TO fourfold_partnership
    USING (EXISTS (SELECT FROM partnership.publication p WHERE p.id = publication));
CREATE POLICY signature_write ON partnership.signature FOR INSERT TO fourfold_partnership
    WITH CHECK ((SELECT partnership.publishes())
                AND member = (SELECT partnership.member()) AND role = (SELECT partnership.role())
                AND EXISTS (SELECT FROM partnership.publication p WHERE p.id = publication));
CREATE POLICY series_shape_read ON partnership.series_shape FOR SELECT TO fourfold_partnership
    USING ((SELECT partnership.publishes()) AND organisation = (SELECT partnership.organisation()));
CREATE POLICY series_shape_write ON partnership.series_shape FOR INSERT TO fourfold_partnership
    WITH CHECK ((SELECT partnership.publishes()) AND organisation = (SELECT partnership.organisation()));
CREATE POLICY release_read ON partnership.release FOR SELECT TO fourfold_partnership
    USING ((SELECT partnership.publishes()) AND organisation = (SELECT partnership.organisation()));
CREATE POLICY release_write ON partnership.release FOR INSERT TO fourfold_partnership
    WITH CHECK ((SELECT partnership.publishes()) AND organisation = (SELECT partnership.organisation())
                AND (SELECT partnership.member()) IN (supervisor, second)
                AND NOT EXISTS (SELECT FROM partnership.permission_end e WHERE e.request = permission));
CREATE POLICY withdrawal_read ON partnership.withdrawal FOR SELECT TO fourfold_partnership
    USING (EXISTS (SELECT FROM partnership.publication p WHERE p.id = publication));
CREATE POLICY withdrawal_write ON partnership.withdrawal FOR INSERT TO fourfold_partnership
    WITH CHECK ((SELECT partnership.publishes())
                AND member = (SELECT partnership.member()) AND role = (SELECT partnership.role())
                AND EXISTS (SELECT FROM partnership.publication p WHERE p.id = publication));

CREATE POLICY permission_request_backup ON partnership.permission_request FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY permission_backup ON partnership.permission FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY permission_end_backup ON partnership.permission_end FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY publication_backup ON partnership.publication FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY published_cell_backup ON partnership.published_cell FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY signature_backup ON partnership.signature FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY series_shape_backup ON partnership.series_shape FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY release_backup ON partnership.release FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY withdrawal_backup ON partnership.withdrawal FOR SELECT TO fourfold_backup USING (true);
