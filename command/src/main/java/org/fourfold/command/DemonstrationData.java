package org.fourfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourfold.command.demo.Demonstration;
import org.fourfold.command.demo.DemonstrationDay;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.command.demo.RegionLoad;
import org.fourfold.command.demo.ShelterLoad;
import org.fourfold.command.demo.UnitLoad;
import org.fourfold.node.prosecution.Investigations;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Families;
import org.fourfold.node.protection.Interpreters;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.NightLog;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.Plans;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Services;
import org.fourfold.node.protection.Tasks;
import org.fourfold.node.protection.UnmetNeeds;
import org.fourfold.node.protection.UrgentRisks;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.House;
import org.fourfold.node.trust.Keyring;

/** What a demonstration's node holds beside its members. What is there already is left as it is. */
final class DemonstrationData {

    /** What was put in, for tests; beside the tables that no importer takes yet. */
    static final String TRUTH_FILE = "truth.json";

    private static final String FOLDER = "invented";

    private DemonstrationData() {}

    static void load(DemonstrationNode which, OpenNode node, Invocation invocation, int scale) throws IOException {
        Demonstration demonstration =
                new Demonstration(Demonstration.SEED, invocation.clock().instant(), scale);
        RegionLoad region =
                new RegionLoad(demonstration, node.prevention(), node.home().temporary());
        switch (which) {
            case SHELTER -> shelter(demonstration, region, node, invocation);
            case UNIT -> unit(demonstration, region, node, invocation);
        }
    }

    private static void unit(Demonstration demonstration, RegionLoad region, OpenNode node, Invocation invocation)
            throws IOException {
        Path folder = node.home().path().resolve(FOLDER);
        UnitLoad load = new UnitLoad(
                demonstration,
                node.facade(Prosecution.class),
                clock -> new Investigations(node.ground().databases().of("prosecution"), clock, invocation.random()),
                region,
                folder);
        Files.writeString(folder.resolve(TRUTH_FILE), Json.text(load.load(node::actor)));
    }

    private static void shelter(Demonstration demonstration, RegionLoad region, OpenNode node, Invocation invocation)
            throws IOException {
        Keyring keyring = node.facade(Keyring.class);
        ShelterLoad load = new ShelterLoad(
                demonstration,
                clock ->
                        new Protection(node.ground().databases().of("protection"), keyring, clock, invocation.random()),
                clock -> new Consents(node.ground().databases().of("protection"), keyring, clock, invocation.random()),
                node.facade(Organisations.class),
                day(node),
                region,
                invocation.random());
        Demonstration.Truth truth = load.load(node::actor);
        Path folder = node.home().path().resolve(FOLDER);
        demonstration.writeTables(folder);
        Files.writeString(folder.resolve(TRUTH_FILE), Json.text(truth));
    }

    private static DemonstrationDay day(OpenNode node) {
        return new DemonstrationDay(
                node.facade(Protection.class),
                node.facade(Nights.class),
                node.facade(NightLog.class),
                node.facade(UnmetNeeds.class),
                node.facade(UrgentRisks.class),
                node.facade(Tasks.class),
                node.facade(Plans.class),
                node.facade(Services.class),
                node.facade(Families.class),
                node.facade(Interpreters.class),
                node.facade(LegalClocks.class),
                node.facade(House.class).zone());
    }
}
