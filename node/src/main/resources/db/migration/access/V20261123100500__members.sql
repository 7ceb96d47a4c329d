-- Members of the organisation, what they may be, how they prove who they are, and their sessions. A member is a person
-- who signs in, never a person in care. Only the access module's user writes here; the other modules ask the functions
-- at the end. Text with CHECK instead of enum types (FRAME, Keys and fields).
CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO fourfold_module, fourfold_backup;

CREATE TABLE access.member (
    id           uuid PRIMARY KEY,
    sign_in_name text COLLATE "C" NOT NULL UNIQUE CHECK (sign_in_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    language     text NOT NULL DEFAULT 'ES' CHECK (language IN ('ES', 'EN')),
    state        text NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'DISABLED')),
    user_handle  bytea NOT NULL UNIQUE CHECK (length(user_handle) = 32),
    revision     integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
    created_at   timestamptz NOT NULL,
    disabled_at  timestamptz
);

CREATE TABLE access.team (
    id   uuid PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 120)
);

CREATE TABLE access.team_member (
    team       uuid NOT NULL REFERENCES access.team,
    member     uuid NOT NULL REFERENCES access.member,
    supervises boolean NOT NULL DEFAULT false,
    PRIMARY KEY (team, member)
);
CREATE INDEX team_member_member ON access.team_member (member, team);

-- A role of a member: proposed by one person, confirmed by another. The CHECK is the second lock on the two-person rule:
-- a role that opens guarded data, or that could confirm such a role, stands confirmed only by a person who is neither
-- the proposer nor the member, or by the recovery sheet, whose holder could open everything anyway. SET_UP is the first
-- administrator, DEMONSTRATION the invented members of a demonstration home.
CREATE TABLE access.role_grant (
    id           uuid PRIMARY KEY,
    member       uuid NOT NULL REFERENCES access.member,
    role         text NOT NULL CHECK (role IN ('CASEWORKER', 'NIGHT_STAFF', 'SUPERVISOR', 'LAWYER', 'INVESTIGATOR',
                     'PROSECUTOR', 'ANALYST', 'LIAISON', 'PRIVACY_OFFICER', 'TRUSTEE', 'ADMINISTRATOR')),
    state        text NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'ENDED')),
    basis        text CHECK (basis IN ('ONE_PERSON', 'TWO_PERSONS', 'RECOVERY_SHEET', 'SET_UP', 'DEMONSTRATION')),
    proposed_by  uuid NOT NULL REFERENCES access.member,
    proposed_at  timestamptz NOT NULL,
    confirmed_by uuid REFERENCES access.member,
    confirmed_at timestamptz,
    ended_by     uuid REFERENCES access.member,
    ended_at     timestamptz,
    CONSTRAINT role_grant_two_persons CHECK (
        state <> 'CONFIRMED'
        OR basis IN ('RECOVERY_SHEET', 'SET_UP', 'DEMONSTRATION')
        OR (basis = 'ONE_PERSON' AND role IN ('ANALYST', 'LIAISON', 'PRIVACY_OFFICER', 'TRUSTEE'))
        OR (basis = 'TWO_PERSONS' AND confirmed_by IS NOT NULL
            AND confirmed_by <> proposed_by AND confirmed_by <> member)),
    CONSTRAINT role_grant_has_basis CHECK (state <> 'CONFIRMED' OR (basis IS NOT NULL AND confirmed_at IS NOT NULL))
);
CREATE UNIQUE INDEX role_grant_live ON access.role_grant (member, role) WHERE state <> 'ENDED';

CREATE TABLE access.password (
    member     uuid PRIMARY KEY REFERENCES access.member,
    encoded    text NOT NULL CHECK (encoded LIKE '$argon2id$%'),
    changed_at timestamptz NOT NULL
);

-- Invitations, new codes after a loss, and the ten recovery codes: each works once. Only the hash of a random code of
-- at least 80 bits is kept.
CREATE TABLE access.one_time_code (
    id         uuid PRIMARY KEY,
    member     uuid NOT NULL REFERENCES access.member,
    kind       text NOT NULL CHECK (kind IN ('INVITATION', 'RECOVERY')),
    hash       bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
    made_at    timestamptz NOT NULL,
    expires_at timestamptz
);
CREATE INDEX one_time_code_member ON access.one_time_code (member);

CREATE TABLE access.passkey (
    credential_id     bytea PRIMARY KEY,
    member            uuid NOT NULL REFERENCES access.member,
    label             text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    public_key        bytea NOT NULL,
    signature_count   bigint NOT NULL,
    verified          boolean NOT NULL,
    backup_eligible   boolean NOT NULL,
    backup_state      boolean NOT NULL,
    transports        text NOT NULL,
    attestation       bytea NOT NULL,
    attestation_client_data bytea NOT NULL,
    made_at           timestamptz NOT NULL,
    last_used_at      timestamptz NOT NULL
);
CREATE INDEX passkey_member ON access.passkey (member);

-- A browser's session lives in memory; this row says that it may go on. It is looked at on every request, so that a
-- session ends at the moment its row says so. The hash of the cookie's value is the key: the table opens no session.
CREATE TABLE access.session (
    hash         bytea PRIMARY KEY CHECK (length(hash) = 32),
    member       uuid NOT NULL REFERENCES access.member,
    started_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    proved_at    timestamptz NOT NULL,
    ended        text CHECK (ended IN ('SIGNED_OUT', 'IDLE', 'TOO_OLD', 'RESTART', 'MEMBER_CHANGED')),
    ended_at     timestamptz
);
CREATE INDEX session_member ON access.session (member);

-- Failed sign-ins by keyed hash of the name that was typed, known or not: the same rows, so the same answers.
CREATE TABLE access.throttle (
    key          bytea PRIMARY KEY CHECK (length(key) = 32),
    failures     integer NOT NULL,
    last_at      timestamptz NOT NULL,
    closed_until timestamptz NOT NULL
);

CREATE TABLE access.device (
    id           uuid PRIMARY KEY,
    hash         bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
    label        text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    paired_by    uuid REFERENCES access.member,
    paired_at    timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    revoked_at   timestamptz
);

-- A form sent after its session had ended: encrypted, bound to the member whose session it was, offered at sign-in.
CREATE TABLE access.kept_post (
    id      uuid PRIMARY KEY,
    member  uuid NOT NULL REFERENCES access.member,
    sealed  bytea NOT NULL,
    kept_at timestamptz NOT NULL
);
CREATE INDEX kept_post_member ON access.kept_post (member, kept_at);

-- What changed about members, for the desks of those who supervise them. The record in trust holds the same as events.
CREATE TABLE access.member_change (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    member   uuid NOT NULL REFERENCES access.member,
    what     text NOT NULL CHECK (what IN ('INVITED', 'JOINED', 'ROLE_PROPOSED', 'ROLE_CONFIRMED', 'ROLE_ENDED',
                 'DISABLED', 'NEW_CODE', 'TEAM_CHANGED', 'PASSKEY_ADDED', 'PASSWORD_CHANGED')),
    role     text,
    basis    text,
    by       uuid REFERENCES access.member
);
CREATE INDEX member_change_at ON access.member_change (at);

GRANT SELECT, INSERT, UPDATE ON access.member, access.role_grant, access.password, access.session, access.device,
    access.passkey, access.throttle TO fourfold_access;
GRANT SELECT, INSERT ON access.team, access.member_change TO fourfold_access;
GRANT SELECT, INSERT, UPDATE, DELETE ON access.team_member TO fourfold_access;
GRANT SELECT, INSERT, DELETE ON access.one_time_code, access.kept_post TO fourfold_access;
GRANT DELETE ON access.password, access.session, access.passkey, access.throttle TO fourfold_access;
GRANT SELECT ON ALL TABLES IN SCHEMA access TO fourfold_backup;

-- What other modules may ask. STABLE, so that a policy may call them once a statement as (SELECT …). A member who is
-- not active holds nothing and supervises nobody, whatever the other tables say.
CREATE FUNCTION access.member_holds(asked uuid, wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = access, pg_temp
RETURN EXISTS (
    SELECT FROM access.role_grant g JOIN access.member m ON m.id = g.member
    WHERE g.member = asked AND g.role = wanted AND g.state = 'CONFIRMED' AND m.state = 'ACTIVE');

CREATE FUNCTION access.same_team(one uuid, other uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = access, pg_temp
RETURN EXISTS (
    SELECT FROM access.team_member a JOIN access.team_member b ON b.team = a.team
    JOIN access.member m ON m.id = a.member
    WHERE a.member = one AND b.member = other AND m.state = 'ACTIVE');

CREATE FUNCTION access.supervises(supervisor uuid, other uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = access, pg_temp
RETURN EXISTS (
    SELECT FROM access.team_member a JOIN access.team_member b ON b.team = a.team
    WHERE a.member = supervisor AND b.member = other AND a.supervises)
    AND access.member_holds(supervisor, 'SUPERVISOR');

REVOKE ALL ON FUNCTION access.member_holds(uuid, text), access.same_team(uuid, uuid), access.supervises(uuid, uuid)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.member_holds(uuid, text), access.same_team(uuid, uuid), access.supervises(uuid, uuid)
    TO fourfold_module;
