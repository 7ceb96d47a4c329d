-- What went wrong with what is kept: a device lost, a paper gone to the wrong one. Entries are dated and added, never changed; the first
-- one of a breach has the breach's own number. What happened, how grave it is and every word are sealed in a lasting box of the house:
-- it is asked for no person. In clear stand only which entry belongs to which, when it was written and by whom.
CREATE TABLE protection.breach_entry (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL,
    breach       uuid        NOT NULL REFERENCES protection.breach_entry,
    at           timestamptz NOT NULL,
    member       uuid        NOT NULL,
    ciphertext   bytea       NOT NULL CHECK (length(ciphertext) <= 20000)
);
CREATE INDEX breach_entry_breach ON protection.breach_entry (breach, at);

-- Whether who acts is of the house at all, in whatever role.
CREATE FUNCTION protection.belongs() RETURNS boolean LANGUAGE sql STABLE
RETURN access.member_holds(protection.me(), current_setting('fourfold.role', true));
REVOKE ALL ON FUNCTION protection.belongs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection.belongs() TO fourfold_protection;

ALTER TABLE protection.breach_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.breach_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY breach_view ON protection.breach_entry FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.oversees()));
-- Whoever notices it says so, and sees it no more.
CREATE POLICY breach_report ON protection.breach_entry FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation()) AND member = (SELECT protection.me())
                AND (SELECT protection.belongs()) AND breach = id);
CREATE POLICY breach_step ON protection.breach_entry FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation()) AND member = (SELECT protection.me())
                AND (SELECT protection.oversees()));

GRANT SELECT, INSERT ON protection.breach_entry TO fourfold_protection;
GRANT SELECT ON protection.breach_entry TO fourfold_backup;
CREATE POLICY backup_reads ON protection.breach_entry FOR SELECT TO fourfold_backup USING (true);
