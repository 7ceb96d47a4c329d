package org.fourfold.node.ground;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the administrator of an organisation's own PostgreSQL runs once, when the node is not to hold CREATEROLE there:
 * SQL that makes the users and the database, and the address to start the node with. The SQL holds no password, only what
 * passwords are checked against. The modules' passwords follow from the owner's, so the address is the one secret.
 *
 * @param sql for psql, signed in as a superuser or as one who may make roles and databases
 * @param password the owner's, part of the address
 */
public record DatabaseScript(String sql, String password) {

    /** A new script with a new password. */
    public static DatabaseScript write(RandomGenerator random) {
        Credential owner = Credential.random(Roles.OWNER, random);
        StringBuilder sql = new StringBuilder();
        sql.append(
                "-- Users and database of a Fourfold node. Run once, with psql, by who may make roles and databases.\n");
        sql.append("CREATE ROLE ").append(Roles.GROUP).append(" NOLOGIN;\n");
        for (String user : Roles.users()) {
            Credential credential = user.equals(Roles.OWNER) ? owner : derived(owner, user);
            sql.append("CREATE ROLE %s LOGIN PASSWORD '%s';%n".formatted(user, verifier(credential)));
        }
        for (String module : Roles.MODULES) {
            String user = Roles.userOf(module);
            sql.append("GRANT %s TO %s;%n".formatted(Roles.GROUP, user));
            sql.append("ALTER ROLE %s SET plan_cache_mode = %s;%n".formatted(user, Roles.planMode(module)));
        }
        String name = DatabaseAddress.OURS;
        sql.append("CREATE DATABASE %s OWNER %s TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';%n"
                .formatted(name, Roles.OWNER));
        Roles.opening(name).forEach(statement -> sql.append(statement).append(";\n"));
        return new DatabaseScript(sql.toString(), owner.password());
    }

    /** The address to start the node with, on this server. */
    public String url(String host, int port) {
        return "postgresql://%s:%s@%s:%d/%s".formatted(Roles.OWNER, password, host, port, DatabaseAddress.OURS);
    }

    /** The credential of a user whose password follows from the owner's. */
    static Credential derived(Credential owner, String user) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] bytes = mac.doFinal(("fourfold database user " + user).getBytes(StandardCharsets.UTF_8));
            return new Credential(user, HexFormat.of().formatHex(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String verifier(Credential credential) {
        try {
            return Roles.verifier(credential);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "DatabaseScript";
    }
}
