package org.fourfold.node.ground;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * A PostgreSQL of the organisation's own, told by FOURFOLD_DATABASE_URL:
 * {@code postgresql://user:password@host:5432/database?sslmode=verify-full}. Who signs in either may make roles
 * (CREATEROLE), or is the owner that {@link DatabaseScript} had its administrator make; never does it need a superuser.
 */
record ExternalServer(DatabaseAddress address, Credential signIn) {

    static final int VERSION_MIN = 150_000;
    private static final int PORT = 5432;

    /** What may stand behind the question mark; anything else could turn the driver's safety off. */
    private static final Set<String> PROPERTIES =
            Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "channelBinding");

    /** Reads the address; a fault never repeats it, for it holds a password. */
    static ExternalServer parse(String url) {
        try {
            URI uri = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
            String scheme = String.valueOf(uri.getScheme());
            String[] user = String.valueOf(uri.getRawUserInfo()).split(":", 2);
            String path = String.valueOf(uri.getRawPath());
            boolean whole = (scheme.equals("postgresql") || scheme.equals("postgres"))
                    && uri.getHost() != null
                    && user.length == 2
                    && path.length() > 1;
            if (!whole) {
                throw invalid();
            }
            DatabaseAddress address = new DatabaseAddress(
                    uri.getHost(),
                    uri.getPort() < 0 ? PORT : uri.getPort(),
                    decode(path.substring(1)),
                    properties(uri));
            return new ExternalServer(address, new Credential(decode(user[0]), decode(user[1])));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Map<String, String> properties(URI uri) {
        Map<String, String> properties = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                String[] parts = pair.split("=", 2);
                if (parts.length != 2 || !PROPERTIES.contains(parts[0])) {
                    throw invalid();
                }
                properties.put(parts[0], decode(parts[1]));
            }
        }
        return properties;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static ProblemException invalid() {
        return new ProblemException(Problem.of("ground.external-url"));
    }

    /** Checks that the server keeps what it acknowledges, and gets everybody's credentials. */
    Map<String, Credential> prepare(RandomGenerator random) {
        try (Connection connection = address.as(signIn).getConnection()) {
            requireDurable(connection);
            boolean mayMakeRoles = answer(
                            connection,
                            "SELECT (rolcreaterole OR rolsuper)::text FROM pg_roles WHERE rolname = current_user")
                    .equals("true");
            return mayMakeRoles ? made(connection, random) : given();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    private Map<String, Credential> made(Connection connection, RandomGenerator random) throws SQLException {
        connection.setAutoCommit(false);
        Map<String, Credential> credentials = new LinkedHashMap<>(Roles.prepare(connection, random, signIn.user()));
        if (signIn.user().equals(Roles.OWNER)) {
            credentials.put(Roles.OWNER, signIn);
        }
        Roles.openDatabase(connection, address.name());
        connection.commit();
        return credentials;
    }

    /** The script gave every user a password that follows from the owner's. */
    private Map<String, Credential> given() throws SQLException {
        if (!signIn.user().equals(Roles.OWNER)) {
            throw new ProblemException(Problem.of("ground.external-roles"));
        }
        Map<String, Credential> credentials = new LinkedHashMap<>();
        for (String user : Roles.users()) {
            Credential credential = user.equals(Roles.OWNER) ? signIn : DatabaseScript.derived(signIn, user);
            try (Connection connection = address.as(credential).getConnection()) {
                credentials.put(user, credential);
                if (connection.isReadOnly()) {
                    throw new ProblemException(Problem.of("ground.external-read-only"));
                }
            } catch (SQLException e) {
                throw new ProblemException(Problem.of("ground.external-roles"));
            }
        }
        return credentials;
    }

    private static void requireDurable(Connection connection) throws SQLException {
        if (Integer.parseInt(answer(connection, "SHOW server_version_num")) < VERSION_MIN) {
            throw new ProblemException(Problem.of("ground.external-version"));
        }
        if (!answer(connection, "SHOW server_encoding").equals("UTF8")) {
            throw new ProblemException(Problem.of("ground.external-encoding"));
        }
        for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            if (answer(connection, "SHOW " + setting).equals("off")) {
                throw new ProblemException(
                        Problem.of("ground.external-not-durable").with("setting", setting));
            }
        }
        if (answer(connection, "SHOW transaction_read_only").equals("on")) {
            throw new ProblemException(Problem.of("ground.external-read-only"));
        }
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static ProblemException fault(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return new ProblemException(Problem.of("ground.external-sign-in"));
        }
        if (state.startsWith("42")) {
            return new ProblemException(Problem.of("ground.external-roles"));
        }
        return new ProblemException(Problem.of("ground.external-unreachable"));
    }
}
