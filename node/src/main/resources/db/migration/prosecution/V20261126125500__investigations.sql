-- A plain record of each investigation: its title, who works on it now, and its docket. It is seen by those who work on it and
-- by supervisors, by nobody else of the house: an investigation into officials may reach into the house itself.
CREATE TABLE prosecution.investigation (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL,
    title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    opened_on    date        NOT NULL,
    opened_by    uuid        NOT NULL,
    opened_at    timestamptz NOT NULL,
    members      uuid[]      NOT NULL CHECK (cardinality(members) BETWEEN 1 AND 200),
    closed_by    uuid,
    closed_at    timestamptz,
    closed_why   text CHECK (length(closed_why) BETWEEN 1 AND 2000),
    CHECK ((closed_by IS NULL) = (closed_at IS NULL) AND (closed_by IS NULL) = (closed_why IS NULL))
);
CREATE INDEX investigation_order ON prosecution.investigation (organisation, opened_on DESC, id);

-- Who works or worked on it, since when, until when. A row is ended, never taken away: who could see what is asked years later.
CREATE TABLE prosecution.investigation_member (
    investigation uuid        NOT NULL REFERENCES prosecution.investigation,
    member        uuid        NOT NULL,
    since         timestamptz NOT NULL,
    added_by      uuid        NOT NULL,
    ended_at      timestamptz,
    ended_by      uuid,
    PRIMARY KEY (investigation, member, since),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX investigation_member_now ON prosecution.investigation_member (member, investigation)
    WHERE ended_at IS NULL;

-- What happened to it, one row an entry. Nothing is changed: what was entered wrongly is struck out, with who, when and why,
-- and stays readable. day: from when a mandate runs, of the hearing, when a continuance was asked for, when the obstruction
-- happened. until: when the mandate ends, the new day. words: the instrument, the court, the reason, what was done.
CREATE TABLE prosecution.docket (
    id            uuid        PRIMARY KEY,
    investigation uuid        NOT NULL REFERENCES prosecution.investigation,
    kind          text        NOT NULL CHECK (kind IN ('MANDATE', 'HEARING', 'CONTINUANCE', 'OBSTRUCTION')),
    hearing       uuid        REFERENCES prosecution.docket,
    day           date        NOT NULL,
    until         date        CHECK (until >= day),
    code          text        NOT NULL DEFAULT '',
    ruling        text        NOT NULL DEFAULT '',
    words         text        NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    evidence      text        NOT NULL DEFAULT '' CHECK (length(evidence) <= 500),
    member        uuid        NOT NULL,
    entered_at    timestamptz NOT NULL,
    struck_by     uuid,
    struck_at     timestamptz,
    struck_why    text CHECK (length(struck_why) BETWEEN 1 AND 2000),
    CHECK ((kind = 'CONTINUANCE') = (hearing IS NOT NULL)),
    CHECK (until IS NULL OR kind IN ('MANDATE', 'CONTINUANCE')),
    CHECK ((kind = 'CONTINUANCE') = (ruling IN ('PENDING', 'GRANTED', 'DENIED'))),
    CHECK (CASE kind
        WHEN 'MANDATE' THEN code = ''
        WHEN 'HEARING' THEN code IN ('INITIAL', 'DETENTION', 'INDICTMENT', 'PLEA', 'TRIAL', 'SENTENCE', 'APPEAL',
            'RESTITUTION', 'OTHER')
        WHEN 'CONTINUANCE' THEN code IN ('DEFENCE', 'PROSECUTION', 'COURT', 'VICTIM', 'OTHER')
        ELSE code IN ('MANDATE', 'LAW', 'BUDGET', 'REMOVAL', 'CHARGES', 'THREAT', 'EVIDENCE', 'ACCESS', 'DELAY', 'LEAK',
            'WITNESS', 'OTHER')
    END),
    CHECK ((struck_by IS NULL) = (struck_at IS NULL) AND (struck_by IS NULL) = (struck_why IS NULL))
);
CREATE INDEX docket_order ON prosecution.docket (investigation, day, entered_at);

GRANT SELECT, INSERT ON prosecution.investigation, prosecution.investigation_member, prosecution.docket
    TO fourfold_prosecution;
GRANT UPDATE (members, closed_by, closed_at, closed_why) ON prosecution.investigation TO fourfold_prosecution;
GRANT UPDATE (ended_at, ended_by) ON prosecution.investigation_member TO fourfold_prosecution;
GRANT UPDATE (struck_by, struck_at, struck_why) ON prosecution.docket TO fourfold_prosecution;
GRANT SELECT ON prosecution.investigation, prosecution.investigation_member, prosecution.docket TO fourfold_backup;

ALTER TABLE prosecution.investigation ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.investigation FORCE ROW LEVEL SECURITY;
CREATE POLICY investigation_read ON prosecution.investigation FOR SELECT TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation())
           AND ((SELECT current_setting('fourfold.role', true)) = 'SUPERVISOR'
                OR (SELECT prosecution.me()) = ANY (members)));
CREATE POLICY investigation_open ON prosecution.investigation FOR INSERT TO fourfold_prosecution
    WITH CHECK ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation())
                AND opened_by = (SELECT prosecution.me()) AND members = ARRAY[(SELECT prosecution.me())]);
CREATE POLICY investigation_change ON prosecution.investigation FOR UPDATE TO fourfold_prosecution
    USING ((SELECT prosecution.let_in()) AND organisation = (SELECT prosecution.my_organisation())
           AND closed_by IS NULL
           AND ((SELECT current_setting('fourfold.role', true)) = 'SUPERVISOR'
                OR (SELECT prosecution.me()) = ANY (members)))
    WITH CHECK (organisation = (SELECT prosecution.my_organisation())
                AND (closed_by IS NULL OR closed_by = (SELECT prosecution.me())));

ALTER TABLE prosecution.investigation_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.investigation_member FORCE ROW LEVEL SECURITY;
CREATE POLICY investigation_member_read ON prosecution.investigation_member FOR SELECT TO fourfold_prosecution
    USING (investigation IN (SELECT i.id FROM prosecution.investigation i));
-- Only who may investigate can be let in on one.
CREATE POLICY investigation_member_add ON prosecution.investigation_member FOR INSERT TO fourfold_prosecution
    WITH CHECK ((SELECT prosecution.let_in()) AND added_by = (SELECT prosecution.me()) AND ended_at IS NULL
                AND (access.member_holds(member, 'INVESTIGATOR') OR access.member_holds(member, 'PROSECUTOR')
                     OR access.member_holds(member, 'SUPERVISOR'))
                AND investigation IN (SELECT i.id FROM prosecution.investigation i WHERE i.closed_by IS NULL));
CREATE POLICY investigation_member_end ON prosecution.investigation_member FOR UPDATE TO fourfold_prosecution
    USING (ended_at IS NULL AND investigation IN (SELECT i.id FROM prosecution.investigation i))
    WITH CHECK (ended_by = (SELECT prosecution.me()));

ALTER TABLE prosecution.docket ENABLE ROW LEVEL SECURITY;
ALTER TABLE prosecution.docket FORCE ROW LEVEL SECURITY;
CREATE POLICY docket_read ON prosecution.docket FOR SELECT TO fourfold_prosecution
    USING (investigation IN (SELECT i.id FROM prosecution.investigation i));
CREATE POLICY docket_enter ON prosecution.docket FOR INSERT TO fourfold_prosecution
    WITH CHECK (member = (SELECT prosecution.me()) AND struck_by IS NULL
                AND investigation IN (SELECT i.id FROM prosecution.investigation i WHERE i.closed_by IS NULL));
CREATE POLICY docket_strike ON prosecution.docket FOR UPDATE TO fourfold_prosecution
    USING (struck_by IS NULL AND investigation IN (SELECT i.id FROM prosecution.investigation i))
    WITH CHECK (struck_by = (SELECT prosecution.me()));

CREATE POLICY investigation_backup ON prosecution.investigation FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY investigation_member_backup ON prosecution.investigation_member FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY docket_backup ON prosecution.docket FOR SELECT TO fourfold_backup USING (true);
