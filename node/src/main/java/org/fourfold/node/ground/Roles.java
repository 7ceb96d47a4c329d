package org.fourfold.node.ground;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.postgresql.util.PasswordUtil;

/**
 * The database's users: the owner, who migrates; one user a module, who is a member of the group of modules; the backup.
 * All are made before the first migration, and all get new random passwords at each start. The server only ever sees
 * what a password is checked against (SCRAM), not the password.
 */
final class Roles {

    static final String OWNER = "fourfold_owner";
    static final String GROUP = "fourfold_module";
    static final String BACKUP = "fourfold_backup";

    /** The modules that have a database user. */
    static final List<String> MODULES =
            List.of("trust", "access", "registry", "prevention", "protection", "prosecution", "partnership");

    private Roles() {}

    static String userOf(String module) {
        if (!MODULES.contains(module)) {
            throw new IllegalArgumentException("no database user for module " + module);
        }
        return "fourfold_" + module;
    }

    /** Everybody who signs in: owner, backup, modules. */
    static List<String> users() {
        return Stream.concat(Stream.of(OWNER, BACKUP), MODULES.stream().map(Roles::userOf))
                .toList();
    }

    /**
     * Makes what is missing and sets new passwords, through somebody who may (the superuser of our own server, or an
     * owner with CREATEROLE).
     *
     * @param except a user whose password stays, for it is the one that is signed in; or an empty text
     */
    static Map<String, Credential> prepare(Connection connection, RandomGenerator random, String except)
            throws SQLException {
        Map<String, Credential> credentials = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, GROUP)) {
                statement.execute("CREATE ROLE " + GROUP + " NOLOGIN");
            }
            for (String user : users()) {
                if (!exists(connection, user)) {
                    statement.execute("CREATE ROLE " + user + " NOLOGIN");
                }
                if (user.equals(except)) {
                    continue;
                }
                Credential credential = Credential.random(user, random);
                statement.execute("ALTER ROLE " + user + " LOGIN INHERIT PASSWORD '" + verifier(credential) + "'");
                credentials.put(user, credential);
            }
            for (String module : MODULES) {
                grantGroup(connection, statement, userOf(module));
                statement.execute("ALTER ROLE " + userOf(module) + " SET plan_cache_mode = " + planMode(module));
            }
        }
        return credentials;
    }

    /**
     * Plans made without knowing the values can be slower by far where millions of rows lie unevenly. Case files are asked for
     * by their id, under policies that take longer to plan than to run: there PostgreSQL may keep a plan.
     */
    static String planMode(String module) {
        return module.equals("protection") ? "auto" : "force_custom_plan";
    }

    private static void grantGroup(Connection connection, Statement statement, String user) throws SQLException {
        if (!isMember(connection, user)) {
            statement.execute("GRANT " + GROUP + " TO " + user);
        }
    }

    /** Lets in whom the node knows, and nobody else. */
    static void openDatabase(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : opening(name)) {
                statement.execute(each);
            }
        }
    }

    static List<String> opening(String name) {
        String database = '"' + name.replace("\"", "\"\"") + '"';
        return List.of(
                "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
                "GRANT CONNECT, CREATE, TEMPORARY ON DATABASE " + database + " TO " + OWNER,
                "GRANT CONNECT, TEMPORARY ON DATABASE " + database + " TO " + GROUP,
                "GRANT CONNECT ON DATABASE " + database + " TO " + BACKUP);
    }

    /** What the server keeps to check the password: salted and hashed here, so that no statement carries it. */
    static String verifier(Credential credential) throws SQLException {
        String verifier = PasswordUtil.encodePassword(
                credential.user(), credential.password().toCharArray(), "scram-sha-256");
        if (verifier.chars().anyMatch(c -> c == '\'' || c == '\\')
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(verifier)) {
            throw new IllegalStateException("a password check that cannot be written as SQL");
        }
        return verifier;
    }

    static boolean exists(Connection connection, String role) throws SQLException {
        return yes(connection, "SELECT count(*) FROM pg_roles WHERE rolname = ?", role);
    }

    private static boolean isMember(Connection connection, String user) throws SQLException {
        return yes(connection, """
                SELECT count(*) FROM pg_auth_members m
                JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
                WHERE g.rolname = 'fourfold_module' AND u.rolname = ?
                """, user);
    }

    private static boolean yes(Connection connection, String query, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getLong(1) > 0;
            }
        }
    }
}
