-- Whose colleague somebody is and whom they supervise, as a whole: what access.same_team and access.supervises say of two
-- members, for who compares many rows with it in one statement.
CREATE FUNCTION access.team_mates(one uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = access, pg_temp
RETURN ARRAY(
    SELECT DISTINCT b.member FROM access.team_member a JOIN access.team_member b ON b.team = a.team JOIN access.member m ON m.id = a.member
    WHERE a.member = one AND m.state = 'ACTIVE');

CREATE FUNCTION access.supervised(supervisor uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = access, pg_temp
RETURN CASE WHEN access.member_holds(supervisor, 'SUPERVISOR') THEN ARRAY(
    SELECT DISTINCT b.member FROM access.team_member a JOIN access.team_member b ON b.team = a.team
    WHERE a.member = supervisor AND a.supervises) ELSE '{}' END;

REVOKE ALL ON FUNCTION access.team_mates(uuid), access.supervised(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.team_mates(uuid), access.supervised(uuid) TO fourfold_module;
