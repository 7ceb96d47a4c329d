-- What an authority demands, and what was done with it. In clear: ids, days, and which kind of step was done when; who asks,
-- for what, why and with what answer is inside, under the file's key. A demand may arrive without anybody knowing of whom it
-- speaks: then it has a key of its own and no file, until somebody who may see the file ties it to one.

CREATE TABLE protection.demand (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL,
    file         uuid,
    owner        uuid,
    member       uuid NOT NULL,
    received_on  date NOT NULL,
    due          date,
    CHECK ((file IS NULL) = (owner IS NULL)),
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX demand_file ON protection.demand (file);

-- Added, never changed; only the seal changes, once, when a demand is tied to a file. The first is what arrived.
CREATE TABLE protection.demand_step (
    id         uuid        PRIMARY KEY,
    demand     uuid        NOT NULL REFERENCES protection.demand ON DELETE CASCADE,
    kind       text        NOT NULL CHECK (kind IN ('RECEIVED', 'TIED', 'LAWYER_ASKED', 'APPROVED', 'NARROWED', 'CHALLENGED',
                   'REFUSED', 'PERSON_TOLD', 'TELLING_FORBIDDEN', 'ANSWERED')),
    at         timestamptz NOT NULL,
    member     uuid        NOT NULL,
    until      date,
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 40000),
    number     bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    CHECK ((kind = 'TELLING_FORBIDDEN') = (until IS NOT NULL))
);
CREATE INDEX demand_step_demand ON protection.demand_step (demand, number);
CREATE UNIQUE INDEX demand_step_once ON protection.demand_step (demand, kind) WHERE kind IN ('RECEIVED', 'TIED');

-- Life or health is in danger and the consent rules refuse: asked for by one, approved by another, for a day.
CREATE TABLE protection.consent_override (
    id         uuid        PRIMARY KEY,
    file       uuid        NOT NULL,
    owner      uuid        NOT NULL,
    member     uuid        NOT NULL,
    asked_at   timestamptz NOT NULL,
    until      timestamptz NOT NULL CHECK (until > asked_at AND until <= asked_at + interval '24 hours'),
    ciphertext bytea       NOT NULL CHECK (length(ciphertext) <= 40000),
    UNIQUE (id, member),
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX consent_override_file ON protection.consent_override (file);

-- What came of it. asker is who asked for it, so that the table itself can tell that the second person is another.
CREATE TABLE protection.override_step (
    override uuid        NOT NULL,
    asker    uuid        NOT NULL,
    kind     text        NOT NULL CHECK (kind IN ('GRANTED', 'DENIED', 'PERSON_TOLD')),
    at       timestamptz NOT NULL,
    member   uuid        NOT NULL,
    PRIMARY KEY (override, kind),
    CHECK (kind = 'PERSON_TOLD' OR member <> asker),
    FOREIGN KEY (override, asker) REFERENCES protection.consent_override (id, member) ON DELETE CASCADE
);
CREATE UNIQUE INDEX override_step_answer ON protection.override_step (override) WHERE kind IN ('GRANTED', 'DENIED');

ALTER TABLE protection.demand ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.demand FORCE ROW LEVEL SECURITY;
-- Whoever may know of dangers may know that there is a demand. One without a file is known to who wrote it down, and to
-- supervisors and lawyers, for nobody else can say of whom it speaks without asking around.
CREATE POLICY demand_view ON protection.demand FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = demand.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'SAFETY', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN'))
           OR (file IS NULL AND organisation = (SELECT protection.my_organisation())
               AND ((member = (SELECT protection.me()) AND (SELECT protection.my_role()) IS NOT NULL)
                    OR (SELECT protection.my_role()) IN ('SUPERVISOR', 'LAWYER'))));
-- Whoever helps writes down what arrived: at night it arrives at the door.
CREATE POLICY demand_arrive ON protection.demand FOR INSERT TO fourfold_protection
    WITH CHECK (member = (SELECT protection.me()) AND (SELECT protection.my_role()) IS NOT NULL
                AND organisation = (SELECT protection.my_organisation())
                AND (file IS NULL
                     OR EXISTS (SELECT FROM protection.case_file f WHERE f.id = demand.file
                                AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW',
                                                   'SAFETY', f.id, f.owner, f.sealed, f.state = 'OPEN'))));
CREATE POLICY demand_tie ON protection.demand FOR UPDATE TO fourfold_protection
    USING (file IS NULL)
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = demand.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'SAFETY',
                                           f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY demand_forget ON protection.demand FOR DELETE TO fourfold_protection
    USING (file IS NULL AND (SELECT protection.my_role()) IN ('SUPERVISOR', 'LAWYER'));

ALTER TABLE protection.demand_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.demand_step FORCE ROW LEVEL SECURITY;
-- The whole of it is for those who may hand over: the owner, who supervises the team, the file's lawyer.
CREATE POLICY step_view ON protection.demand_step FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.demand d JOIN protection.case_file f ON f.id = d.file
                   WHERE d.id = demand_step.demand
                     AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'PRINT', 'SAFETY', f.id,
                                        f.owner, f.sealed, f.state = 'OPEN'))
           OR EXISTS (SELECT FROM protection.demand d WHERE d.id = demand_step.demand AND d.file IS NULL));
-- What the law says is the lawyer's: whether it binds, and that a court forbids telling.
CREATE POLICY step_add ON protection.demand_step FOR INSERT TO fourfold_protection
    WITH CHECK (member = (SELECT protection.me())
                AND CASE
                    WHEN kind = 'RECEIVED' THEN
                        EXISTS (SELECT FROM protection.demand d
                                WHERE d.id = demand_step.demand AND d.member = (SELECT protection.me()))
                    WHEN kind = 'TIED' THEN
                        EXISTS (SELECT FROM protection.demand d WHERE d.id = demand_step.demand AND d.file IS NULL)
                    WHEN kind IN ('LAWYER_ASKED', 'PERSON_TOLD', 'ANSWERED') THEN
                        EXISTS (SELECT FROM protection.demand d JOIN protection.case_file f ON f.id = d.file
                                WHERE d.id = demand_step.demand
                                  AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'PRINT',
                                                     'SAFETY', f.id, f.owner, f.sealed, f.state = 'OPEN'))
                        OR (kind = 'ANSWERED' AND (SELECT protection.my_role()) IN ('SUPERVISOR', 'LAWYER')
                            AND EXISTS (SELECT FROM protection.demand d
                                        WHERE d.id = demand_step.demand AND d.file IS NULL))
                    ELSE
                        (SELECT protection.my_role()) = 'LAWYER'
                        AND EXISTS (SELECT FROM protection.demand d JOIN protection.file_lawyer l ON l.file = d.file
                                    WHERE d.id = demand_step.demand AND l.lawyer = (SELECT protection.me()))
                    END);
CREATE POLICY step_reseal ON protection.demand_step FOR UPDATE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.demand d WHERE d.id = demand_step.demand AND d.file IS NULL));

ALTER TABLE protection.consent_override ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.consent_override FORCE ROW LEVEL SECURITY;
CREATE POLICY override_view ON protection.consent_override FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = consent_override.file
                   AND (protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'PRINT', 'SAFETY', f.id,
                                       f.owner, f.sealed, f.state = 'OPEN')
                        OR (consent_override.member = (SELECT protection.me())
                            AND (SELECT protection.my_role()) = 'NIGHT_STAFF'))));
-- The owner, who supervises the team, the file's lawyer; and who is there at night, but not by breaking the glass.
CREATE POLICY override_ask ON protection.consent_override FOR INSERT TO fourfold_protection
    WITH CHECK (member = (SELECT protection.me())
                AND EXISTS (SELECT FROM protection.case_file f WHERE f.id = consent_override.file
                            AND (protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'PRINT', 'SAFETY',
                                                f.id, f.owner, f.sealed, f.state = 'OPEN')
                                 OR ((SELECT protection.my_role()) = 'NIGHT_STAFF' AND NOT f.sealed
                                     AND access.same_team((SELECT protection.me()), f.owner)))));

ALTER TABLE protection.override_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.override_step FORCE ROW LEVEL SECURITY;
CREATE POLICY override_known ON protection.override_step FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.consent_override o WHERE o.id = override_step.override));
-- Nobody approves what they asked for themselves.
CREATE POLICY override_answer ON protection.override_step FOR INSERT TO fourfold_protection
    WITH CHECK (member = (SELECT protection.me())
                AND EXISTS (SELECT FROM protection.consent_override o JOIN protection.case_file f ON f.id = o.file
                            WHERE o.id = override_step.override
                              AND (override_step.kind = 'PERSON_TOLD' OR o.member <> (SELECT protection.me()))
                              AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'PRINT',
                                                 'SAFETY', f.id, f.owner, f.sealed, f.state = 'OPEN')));

-- Who asked for an override at night writes down what went out by it, once somebody else approved and while it holds.
ALTER POLICY handover_give ON protection.handover
    WITH CHECK (member = (SELECT protection.me()) AND told_at IS NULL
                AND EXISTS (SELECT FROM protection.case_file f WHERE f.id = handover.file
                            AND (protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'PRINT', NULL,
                                                f.id, f.owner, f.sealed, f.state = 'OPEN')
                                 OR ((SELECT protection.my_role()) = 'NIGHT_STAFF'
                                     AND EXISTS (SELECT FROM protection.consent_override o
                                                 JOIN protection.override_step s
                                                      ON s.override = o.id AND s.kind = 'GRANTED'
                                                 WHERE o.file = f.id AND o.member = (SELECT protection.me())
                                                   AND o.until > statement_timestamp())))));

GRANT SELECT, INSERT ON protection.demand, protection.demand_step, protection.consent_override, protection.override_step
    TO fourfold_protection;
GRANT UPDATE (file, owner), DELETE ON protection.demand TO fourfold_protection;
GRANT UPDATE (ciphertext) ON protection.demand_step TO fourfold_protection;

GRANT SELECT ON protection.demand, protection.demand_step, protection.consent_override, protection.override_step
    TO fourfold_backup;
CREATE POLICY backup_reads ON protection.demand FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.demand_step FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.consent_override FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.override_step FOR SELECT TO fourfold_backup USING (true);
