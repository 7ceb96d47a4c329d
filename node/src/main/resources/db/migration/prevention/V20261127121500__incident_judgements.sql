-- What members decided on whether two incidents are one: added, never changed; of a pair the newest row holds. The reason is a
-- sentence about two published reports and names no person.
CREATE TABLE prevention.incident_judgement (
    ordinal         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation    uuid        NOT NULL,
    first_incident  uuid        NOT NULL REFERENCES prevention.incident (id),
    second_incident uuid        NOT NULL REFERENCES prevention.incident (id),
    verdict         text        NOT NULL CHECK (verdict IN ('SAME', 'DIFFERENT', 'OPEN')),
    reason          text        NOT NULL CHECK (length(reason) <= 500),
    member          uuid        NOT NULL,
    judged_at       timestamptz NOT NULL,
    CHECK (first_incident < second_incident)
);
CREATE INDEX incident_judgement_pair ON prevention.incident_judgement (first_incident, second_incident, ordinal DESC);
CREATE INDEX incident_judgement_second ON prevention.incident_judgement (second_incident);

GRANT SELECT, INSERT ON prevention.incident_judgement TO fourfold_prevention;
GRANT SELECT ON prevention.incident_judgement TO fourfold_backup;

ALTER TABLE prevention.incident_judgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE prevention.incident_judgement FORCE ROW LEVEL SECURITY;

CREATE POLICY incident_judgement_read ON prevention.incident_judgement FOR SELECT TO fourfold_prevention
    USING ((SELECT prevention.may_read()) AND organisation = (SELECT prevention.organisation()));
-- In nobody else's name, and on incidents of this organisation only.
CREATE POLICY incident_judgement_write ON prevention.incident_judgement FOR INSERT TO fourfold_prevention
    WITH CHECK ((SELECT prevention.may_write()) AND organisation = (SELECT prevention.organisation())
                AND member = (SELECT nullif(current_setting('fourfold.member', true), '')::uuid)
                AND EXISTS (SELECT FROM prevention.incident i WHERE i.id = first_incident)
                AND EXISTS (SELECT FROM prevention.incident i WHERE i.id = second_incident));
CREATE POLICY incident_judgement_backup ON prevention.incident_judgement FOR SELECT TO fourfold_backup USING (true);
