-- For tasks of a team: whether there is one, and whether an active member is in it.
CREATE FUNCTION access.is_team(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = access, pg_temp
RETURN EXISTS (SELECT FROM access.team WHERE id = asked);

CREATE FUNCTION access.in_team(asked uuid, wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = access, pg_temp
RETURN EXISTS (
    SELECT FROM access.team_member t JOIN access.member m ON m.id = t.member
    WHERE t.member = asked AND t.team = wanted AND m.state = 'ACTIVE');

REVOKE ALL ON FUNCTION access.is_team(uuid), access.in_team(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.is_team(uuid), access.in_team(uuid, uuid) TO fourfold_module;
