-- Conversations, signs and decisions are texts of protection.content, as every answer is: nothing of them stands in clear.
-- Here: a conversation that was begun is kept as a draft, and the count of those who do not want to be identified.

ALTER TABLE protection.draft DROP CONSTRAINT draft_kind_check;
ALTER TABLE protection.draft DROP CONSTRAINT draft_check;
ALTER TABLE protection.draft DROP CONSTRAINT draft_check1;
ALTER TABLE protection.draft
    ADD CONSTRAINT draft_kind_check CHECK (kind IN ('OPENING', 'NOTE', 'CONVERSATION')),
    ADD CONSTRAINT draft_file_check CHECK ((kind = 'OPENING') = (file IS NULL)),
    ADD CONSTRAINT draft_item_check CHECK ((kind = 'OPENING') = (item IS NULL));
DROP INDEX protection.draft_note;
CREATE UNIQUE INDEX draft_item ON protection.draft (member, file, item) WHERE kind <> 'OPENING';

-- How many persons refused to be identified, by month and reason. No row is anybody's: no file, no member, no day, and no
-- order of arrival.
CREATE TABLE protection.identification_refusal (
    organisation uuid    NOT NULL,
    month        date    NOT NULL CHECK (extract(day FROM month) = 1),
    reason       text    NOT NULL CHECK (reason IN ('FEAR_OF_REPRISAL', 'FEAR_OF_AUTHORITIES', 'FEAR_OF_REMOVAL', 'FAMILY',
                     'WANTS_TO_GO_ON', 'DOES_NOT_SEE_IT_SO', 'NOT_SAID', 'OTHER')),
    persons      integer NOT NULL CHECK (persons >= 1),
    PRIMARY KEY (organisation, month, reason)
);

ALTER TABLE protection.identification_refusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.identification_refusal FORCE ROW LEVEL SECURITY;
CREATE POLICY refusal_shown ON protection.identification_refusal FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.my_role()) IS NOT NULL);
CREATE POLICY refusal_begin ON protection.identification_refusal FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.my_role()) IS NOT NULL
                AND persons = 1);
CREATE POLICY refusal_count ON protection.identification_refusal FOR UPDATE TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.my_role()) IS NOT NULL)
    WITH CHECK (organisation = (SELECT protection.my_organisation()) AND persons > 1);

GRANT SELECT, INSERT, UPDATE (persons) ON protection.identification_refusal TO fourfold_protection;

GRANT SELECT ON protection.identification_refusal TO fourfold_backup;
CREATE POLICY backup_reads ON protection.identification_refusal FOR SELECT TO fourfold_backup USING (true);
