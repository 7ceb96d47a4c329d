package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourfold.command.demo.Demonstration;
import org.fourfold.command.demo.ShelterLoad;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.trust.Keyring;

/** What a demonstration's shelter holds beside its members. What is there already is left as it is. */
final class DemonstrationData {

    /** What was put in, for tests; beside the tables that no importer takes yet. */
    static final String TRUTH_FILE = "truth.json";

    private static final String FOLDER = "invented";

    private DemonstrationData() {}

    static void load(OpenNode node, Invocation invocation, int scale) throws IOException {
        Demonstration demonstration =
                new Demonstration(Demonstration.SEED, invocation.clock().instant(), scale);
        Keyring keyring = node.facade(Keyring.class);
        ShelterLoad load = new ShelterLoad(
                demonstration,
                clock ->
                        new Protection(node.ground().databases().of("protection"), keyring, clock, invocation.random()),
                node.prevention(),
                invocation.random(),
                node.home().temporary());
        Demonstration.Truth truth = load.load(node::actor);
        Path folder = node.home().path().resolve(FOLDER);
        demonstration.writeTables(folder);
        Files.writeString(folder.resolve(TRUTH_FILE), Json.text(truth));
    }
}
