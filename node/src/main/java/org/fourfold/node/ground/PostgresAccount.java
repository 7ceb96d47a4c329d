package org.fourfold.node.ground;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * Who runs PostgreSQL. PostgreSQL refuses to be root; a node started by root gives it to a system user of our own, who
 * owns the data folder and nothing else, and who cannot gain rights again. Any other user runs it as itself.
 */
sealed interface PostgresAccount {

    /** The system user's name; it must stand in passwd, for PostgreSQL looks itself up there. */
    String NAME = "fourfold";

    /** The command that runs a program as this account. */
    List<String> command(List<String> program);

    /** Gives a file or folder (itself, not what is in it) to this account. */
    void own(Path path);

    /** The account that fits this process; made when missing. */
    static PostgresAccount ofThisProcess() {
        return Unix.isRoot() ? Separate.find() : new Same();
    }

    /** The user that runs the node. */
    record Same() implements PostgresAccount {

        @Override
        public List<String> command(List<String> program) {
            return List.copyOf(program);
        }

        @Override
        public void own(Path path) {}
    }

    /** A system user of our own. */
    record Separate(int user, int group) implements PostgresAccount {

        private static final List<String> NO_SHELLS = List.of("/nologin", "/false");

        @Override
        public List<String> command(List<String> program) {
            List<String> command = new ArrayList<>(List.of(
                    "setpriv",
                    "--reuid=" + user,
                    "--regid=" + group,
                    "--clear-groups",
                    "--no-new-privs",
                    "--bounding-set=-all",
                    "--inh-caps=-all",
                    "--"));
            command.addAll(program);
            return command;
        }

        @Override
        public void own(Path path) {
            Unix.Outcome outcome = Unix.run(List.of("chown", "--no-dereference", user + ":" + group, path.toString()));
            if (!outcome.succeeded()) {
                throw new ProblemException(Problem.of("ground.account-refused").with("account", NAME));
            }
        }

        static Separate find() {
            String entry = passwd();
            if (entry.isEmpty()) {
                Unix.run(List.of(
                        "useradd",
                        "--system",
                        "--user-group",
                        "--no-create-home",
                        "--home-dir",
                        "/nonexistent",
                        "--shell",
                        "/usr/sbin/nologin",
                        NAME));
                // A second node may have made the user at the same moment: what counts is that it is there.
                entry = passwd();
            }
            return parse(entry);
        }

        /** Reads a line of passwd; refuses root and anybody who can sign in, for that would be a person's account. */
        static Separate parse(String entry) {
            String[] fields = entry.strip().split(":", -1);
            if (fields.length != 7) {
                throw new ProblemException(Problem.of("ground.account-missing").with("account", NAME));
            }
            int user = Integer.parseInt(fields[2]);
            boolean signsIn = NO_SHELLS.stream().noneMatch(fields[6]::endsWith);
            if (user == 0 || signsIn) {
                throw new ProblemException(Problem.of("ground.account-not-ours").with("account", NAME));
            }
            return new Separate(user, Integer.parseInt(fields[3]));
        }

        private static String passwd() {
            Unix.Outcome outcome = Unix.run(List.of("getent", "passwd", NAME));
            return outcome.succeeded() ? outcome.output() : "";
        }
    }
}
