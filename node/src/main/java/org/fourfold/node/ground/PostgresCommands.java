package org.fourfold.node.ground;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command lines of PostgreSQL's programs. Settings stand here, not in a file that somebody could change. */
record PostgresCommands(PostgresBinaries binaries, PostgresAccount account) {

    /** The superuser of our own servers; only the launcher signs in as this user. */
    static final String SUPERUSER = "postgres";

    /**
     * The server's log can hold no personal data: errors that clients are told of are not written at all (their text may
     * quote a value), what is written has neither statement nor parameters nor detail.
     */
    private static final List<String> SILENCE = List.of(
            "log_min_messages=log",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_statement=none",
            "log_checkpoints=off",
            "update_process_title=off");

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=" + DatabaseAddress.LOOPBACK,
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "shared_buffers=48MB",
            "jit=off",
            "max_wal_senders=0",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "idle_in_transaction_session_timeout=5min");

    /** Serves the data directory on the port, until told to stop. */
    List<String> serve(Path data, int port, Durability durability) {
        List<String> command = new ArrayList<>(List.of(program("postgres"), "-D", data.toString(), "-p", "" + port));
        for (List<String> settings : List.of(SETTINGS, SILENCE, durability.settings())) {
            settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        }
        // In a session of its own: Ctrl-C in a terminal must reach the node first, which then stops the server.
        command.add(0, "setsid");
        return account.command(command);
    }

    /** Makes a data directory. */
    List<String> make(Path data, Path passwordFile, Durability durability) {
        List<String> command = new ArrayList<>(List.of(
                program("initdb"),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (durability == Durability.THROWN_AWAY) {
            command.add("--no-sync");
        }
        return account.command(command);
    }

    /** Opens the data directory for one session that reads SQL from its input; no other server may use it meanwhile. */
    List<String> single(Path data) {
        return account.command(List.of(program("postgres"), "--single", "-D", data.toString(), SUPERUSER));
    }

    /** A process that is given nothing of our own environment, where passphrases and addresses may stand. */
    ProcessBuilder process(List<String> command, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C", "TZ", "UTC"));
        return builder;
    }

    private String program(String name) {
        return binaries.program(name).toString();
    }
}
