package org.fourfold.node.tour.web;

import static org.fourfold.node.ground.NodeKind.INVESTIGATION_UNIT;
import static org.fourfold.node.ground.NodeKind.SHELTER;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.ground.NodeKind;

/**
 * One of the five scenes: who one is, on which node, and the steps in their order. The words stand in the messages, under
 * the scene's {@link #key} and the step's number, counted through the scene from 1.
 *
 * @param number as it stands in the address
 * @param missing how many things the scene asks for that the program does not do yet
 */
public record Scene(int number, String code, int missing, List<Part> parts) {

    private static final String RECRUITMENT = "/map?kind=Reclutamiento+con+enga%C3%B1o";
    private static final String EXTORTION = "/map?kind=Extorsi%C3%B3n";
    private static final String OVERLAPS = "/entities/overlaps";
    private static final String OFFICIAL = "/map/series/sesnsp-victims";

    /**
     * Where the demonstration has no pages yet: a step into them is told, marked "not yet", not linked, and not walked by the
     * tests. Empty once every room is there.
     */
    static final List<String> PATHS_TO_COME = List.of();

    /** All of them, in the order of the tour. */
    public static final List<Scene> ALL = List.of(
            new Scene(
                    1,
                    "night",
                    1,
                    Part.of(SHELTER, "clara", "/", "/files", Step.HERE, Step.HERE, "/files", "/files"),
                    Part.of(SHELTER, "noe", "/files"),
                    Part.of(SHELTER, "sonia", "/files/emergencies")),
            new Scene(
                    2,
                    "sheets",
                    3,
                    Part.of(INVESTIGATION_UNIT, "ines", "/", RECRUITMENT, "/entities/import", OVERLAPS, "/entities")),
            new Scene(
                    3,
                    "mandate",
                    4,
                    Part.of(INVESTIGATION_UNIT, "pablo", "/investigations", Step.HERE, Step.HERE),
                    Part.of(INVESTIGATION_UNIT, "alba", "/condition", Step.HERE, "/condition", Step.HERE),
                    Part.of(INVESTIGATION_UNIT, "tadeo", "/")),
            new Scene(
                    4,
                    "crossing",
                    3,
                    Part.of(
                            SHELTER,
                            "ana",
                            "/map",
                            RECRUITMENT,
                            EXTORTION,
                            OFFICIAL,
                            Step.HERE,
                            "/map/imports",
                            Step.HERE)),
            new Scene(
                    5,
                    "later",
                    1,
                    Part.of(SHELTER, "carmen", "/files", Step.HERE, Step.HERE, Step.HERE, Step.HERE),
                    Part.of(SHELTER, "amparo", "/condition", Step.HERE, Step.HERE)));

    public Scene {
        parts = List.copyOf(parts);
    }

    private Scene(int number, String code, int missing, Part... parts) {
        this(number, code, missing, List.of(parts));
    }

    /** What one member does. */
    public record Part(NodeKind node, String signInName, List<Step> steps) {

        public Part {
            steps = List.copyOf(steps);
        }

        private static Part of(NodeKind node, String signInName, String... paths) {
            return new Part(node, signInName, Stream.of(paths).map(Step::new).toList());
        }
    }

    /**
     * One step.
     *
     * @param path where it begins, or {@link #HERE}
     */
    public record Step(String path) {

        /** A step on the page one is on already, or in the terminal. */
        static final String HERE = "";

        /** Where it leads, if that page is there. */
        public Optional<String> link() {
            return path.equals(HERE) || isToCome() ? Optional.empty() : Optional.of(path);
        }

        public boolean isToCome() {
            return PATHS_TO_COME.stream().anyMatch(path::startsWith);
        }
    }

    /** The scene of a number, as it stands in an address. */
    static Optional<Scene> numbered(String number) {
        return ALL.stream()
                .filter(scene -> Integer.toString(scene.number()).equals(number))
                .findFirst();
    }

    String path() {
        return TourController.PATH + "/" + number;
    }

    /** What the keys of the scene's words begin with. */
    String key() {
        return "tour.scene." + code;
    }
}
