package org.fourfold.node.traces;

import java.time.InstantSource;
import org.fourfold.node.access.internal.KeptPosts;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.Families;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.NightLog;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.Overrides;
import org.fourfold.node.protection.Plans;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Services;
import org.fourfold.node.protection.Tasks;
import org.fourfold.node.protection.UrgentRisks;
import org.fourfold.node.web.NodeUnderTest;

/** Every place of a house in which a person in care tells something, or something is told of them. */
record Facades(
        Protection protection,
        LegalClocks clocks,
        Identification identification,
        Demands demands,
        Overrides overrides,
        Nights nights,
        NightLog nightLog,
        UrgentRisks risks,
        Tasks tasks,
        Plans plans,
        Services services,
        Consents consents,
        Families families,
        KeptPosts kept,
        InstantSource clock) {

    /** Those of a running node. */
    static Facades of(NodeUnderTest node) {
        return new Facades(
                node.facade(Protection.class),
                node.facade(LegalClocks.class),
                node.facade(Identification.class),
                node.facade(Demands.class),
                node.facade(Overrides.class),
                node.facade(Nights.class),
                node.facade(NightLog.class),
                node.facade(UrgentRisks.class),
                node.facade(Tasks.class),
                node.facade(Plans.class),
                node.facade(Services.class),
                node.facade(Consents.class),
                node.facade(Families.class),
                node.facade(KeptPosts.class),
                node.facade(InstantSource.class));
    }
}
