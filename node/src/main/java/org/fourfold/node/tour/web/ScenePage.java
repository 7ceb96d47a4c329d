package org.fourfold.node.tour.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.shell.Text;

/**
 * One scene.
 *
 * @param missing what it asks for that is not there yet
 * @param next the scene after it
 */
public record ScenePage(Text intro, List<Part> parts, List<Text> missing, Optional<String> next) {

    public ScenePage {
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
    }

    /**
     * What one member does.
     *
     * @param signIn the sign-in page of the member's node; empty while that does not run
     */
    public record Part(String id, Text who, Text where, String signInName, Optional<String> signIn, List<Step> steps) {

        public Part {
            steps = List.copyOf(steps);
        }
    }

    /** What is to be done and what is to be seen. */
    public record Step(int number, Text todo, Text seen, Optional<String> link, boolean toCome) {}

    /** @param base what a path of that node's begins with: nothing for this one's, empty while it does not run */
    static ScenePage of(Scene scene, Function<NodeKind, Optional<String>> base) {
        List<Part> parts = new ArrayList<>();
        int number = 1;
        for (Scene.Part part : scene.parts()) {
            Optional<String> node = base.apply(part.node());
            List<Step> steps = new ArrayList<>();
            for (Scene.Step step : part.steps()) {
                steps.add(step(scene, number++, step, node));
            }
            parts.add(new Part(
                    "as-" + part.signInName(),
                    Text.of("tour.member." + part.signInName()),
                    Text.of("tour.at." + part.node().code()),
                    part.signInName(),
                    node.map(address -> address + "/sign-in"),
                    steps));
        }
        return new ScenePage(Text.of(scene.key() + ".intro"), parts, missing(scene), next(scene));
    }

    private static Step step(Scene scene, int number, Scene.Step step, Optional<String> node) {
        String key = scene.key() + ".step-" + number;
        return new Step(
                number,
                Text.of(key + ".todo"),
                Text.of(key + ".seen"),
                node.flatMap(address -> step.link().map(path -> address + path)),
                step.isToCome());
    }

    private static List<Text> missing(Scene scene) {
        return IntStream.rangeClosed(1, scene.missing())
                .mapToObj(place -> Text.of(scene.key() + ".missing-" + place))
                .toList();
    }

    private static Optional<String> next(Scene scene) {
        return Scene.numbered(Integer.toString(scene.number() + 1)).map(Scene::path);
    }
}
