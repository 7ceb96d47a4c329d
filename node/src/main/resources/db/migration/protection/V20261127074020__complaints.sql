-- Complaints about the house, for its outside trustees alone. Each has a key of its own, which ends when it is forgotten. Who wrote one down
-- stands nowhere in clear: the node itself takes it, so that no member stands beside it, in the record neither. By the receipt's code its
-- person asks what came of it; the code is here only as a keyed token. Days, not moments: a moment would tell who was at the desk.
CREATE TABLE protection.complaint (
    id           uuid  PRIMARY KEY,
    organisation uuid  NOT NULL,
    token        bytea NOT NULL UNIQUE CHECK (length(token) = 16)
);

CREATE TABLE protection.complaint_part (
    id         uuid   PRIMARY KEY,
    complaint  uuid   NOT NULL REFERENCES protection.complaint ON DELETE CASCADE,
    kind       text   NOT NULL CHECK (kind IN ('TOLD', 'RECEIVED', 'LOOKED_INTO', 'ANSWERED')),
    day        date   NOT NULL,
    number     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    ciphertext bytea  NOT NULL CHECK (length(ciphertext) <= 60000)
);
CREATE INDEX complaint_part_complaint ON protection.complaint_part (complaint);

-- Who hears complaints: a trustee from outside, who has no other part in the house's work.
CREATE FUNCTION protection.hears() RETURNS boolean LANGUAGE sql STABLE
RETURN current_setting('fourfold.purpose', true) = 'OVERSIGHT'
       AND current_setting('fourfold.role', true) = 'TRUSTEE'
       AND access.member_holds(protection.me(), 'TRUSTEE')
       AND NOT (access.member_holds(protection.me(), 'CASEWORKER') OR access.member_holds(protection.me(), 'NIGHT_STAFF')
                OR access.member_holds(protection.me(), 'SUPERVISOR') OR access.member_holds(protection.me(), 'LAWYER')
                OR access.member_holds(protection.me(), 'ADMINISTRATOR'));
REVOKE ALL ON FUNCTION protection.hears() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection.hears() TO fourfold_protection;

ALTER TABLE protection.complaint ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.complaint FORCE ROW LEVEL SECURITY;
-- To the trustees; and that it is there to who gives its code in this very transaction. Nobody lists by that.
CREATE POLICY complaint_hear ON protection.complaint FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation())
           AND ((SELECT protection.hears())
                OR ((SELECT protection.belongs())
                    AND encode(token, 'hex') = nullif(current_setting('fourfold.number', true), ''))));
CREATE POLICY complaint_take ON protection.complaint FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.me()) IS NULL);
CREATE POLICY complaint_forget ON protection.complaint FOR DELETE TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.hears()));

ALTER TABLE protection.complaint_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.complaint_part FORCE ROW LEVEL SECURITY;
-- What was told only the trustees see; what they answered also who gives the code.
CREATE POLICY part_view ON protection.complaint_part FOR SELECT TO fourfold_protection
    USING ((kind <> 'TOLD' OR (SELECT protection.hears()))
           AND EXISTS (SELECT FROM protection.complaint c WHERE c.id = complaint_part.complaint));
CREATE POLICY part_take ON protection.complaint_part FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.me()) IS NULL AND kind = 'TOLD');
CREATE POLICY part_answer ON protection.complaint_part FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.hears()) AND kind <> 'TOLD'
                AND EXISTS (SELECT FROM protection.complaint c WHERE c.id = complaint_part.complaint));

GRANT SELECT, INSERT, DELETE ON protection.complaint TO fourfold_protection;
GRANT SELECT, INSERT ON protection.complaint_part TO fourfold_protection;
GRANT SELECT ON protection.complaint, protection.complaint_part TO fourfold_backup;
CREATE POLICY backup_reads ON protection.complaint FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.complaint_part FOR SELECT TO fourfold_backup USING (true);
