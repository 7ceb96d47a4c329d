package org.fourfold.command.demo;

import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;

/** The two nodes of a demonstration: protection and prosecution never share one, not even where everything is invented. */
public enum DemonstrationNode {
    SHELTER(NodeKind.SHELTER, "Casa Ceiba"),
    UNIT(NodeKind.INVESTIGATION_UNIT, "Unidad Estero");

    private final NodeKind kind;
    private final String name;

    DemonstrationNode(NodeKind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /** The one that a home was made for. */
    public static DemonstrationNode of(NodeConfiguration configuration) {
        return switch (configuration.kind()) {
            case SHELTER -> SHELTER;
            case INVESTIGATION_UNIT, COMMISSION, OBSERVATORY -> UNIT;
        };
    }

    public NodeKind kind() {
        return kind;
    }

    /** What the organisation is called, as its members say it. */
    public String organisation() {
        return name;
    }

    /** Who imports and exports when nobody is named. */
    public String analyst() {
        return switch (this) {
            case SHELTER -> DemonstrationMembers.ANALYST;
            case UNIT -> DemonstrationMembers.UNIT_ANALYST;
        };
    }

    /** Who looks after members and backups when nobody is named. */
    public String administrator() {
        return switch (this) {
            case SHELTER -> DemonstrationMembers.ADMINISTRATOR;
            case UNIT -> DemonstrationMembers.UNIT_ADMINISTRATOR;
        };
    }
}
