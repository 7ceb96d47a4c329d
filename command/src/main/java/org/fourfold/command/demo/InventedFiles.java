package org.fourfold.command.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The case files of two and a half years around the scenes. Some people come a second time and are written down as they were
 * heard: the truth says which, so that a test can ask whether they are found.
 */
final class InventedFiles {

    private static final int DAYS = 900;
    private static final int AGAIN_EVERY = 20;
    private static final int AGAIN_AFTER_DAYS_MAX = 200;
    private static final int SURELY_OPEN_DAYS = 45;
    private static final int CLOSED_PERCENT = 70;

    private static final List<String> OWNERS = List.of(
            DemonstrationMembers.CASEWORKER,
            DemonstrationMembers.SECOND_CASEWORKER,
            DemonstrationMembers.THIRD_CASEWORKER,
            DemonstrationMembers.FOURTH_CASEWORKER);
    private static final List<String> LANGUAGES = List.of(
            "es", "es", "es", "es", "es", "mam,es", "quc,es", "kek,es", "ixl,es", "cab,es", "ht,fr", "pt", "en,es");
    private static final List<String> NEEDS =
            List.of("bed", "food", "clothes", "hygiene", "health", "medicine", "children", "phone", "transport");
    private static final List<String> REASONS = List.of(
            "goals-reached",
            "goals-reached",
            "goals-reached",
            "own-wish",
            "own-wish",
            "moved",
            "transferred",
            "contact-lost");
    private static final List<String> NOTES = List.of(
            "Llegó con otra persona que se quedó en la puerta. Se habló a solas.",
            "Pidió que no se llame a su casa.",
            "Cuenta que le cobran una deuda que no entiende.",
            "Trabajó siete meses en una finca y no le pagaron los últimos tres.",
            "Durmió bien por primera vez en una semana, dice.",
            "La clínica dio cita para la próxima semana. Va acompañada.",
            "Se acordó con ella qué hacer si la llaman otra vez.",
            "Prefiere hablar por la tarde, cuando el niño duerme.",
            "Se explicó qué se comparte y qué no. Preguntó dos veces por la policía; se le contestó que no.",
            "Perdió el teléfono. Se le prestó uno de la casa.",
            "Quiere aprender a leer. Empieza el lunes.",
            "Le retuvieron el documento. La abogada ya tiene los papeles.",
            "No quiso hablar de lo que pasó. No se insistió.",
            "Habló con su madre por primera vez en un año.",
            "Falta ropa de su talla; la trae la voluntaria el jueves.",
            "La persona que la trajo volvió a preguntar por ella. No se le dijo nada.",
            "Pidió cambiar de cuarto. Se cambió.",
            "Firmó con su huella la hoja de la radio de la casa.");

    private final RandomGenerator random;
    private final InventedNames names;

    InventedFiles(RandomGenerator random) {
        this.random = random;
        this.names = new InventedNames(random);
    }

    /** Two stories of one person, by their places in {@link Told#stories}. */
    record Twice(int first, int second) {}

    /**
     * @param stories the oldest first; the scenes last
     * @param twice people who came twice under two spellings
     */
    record Told(List<Story> stories, List<Twice> twice) {}

    private record Drawn(Story story, int person) {}

    /** As many files as asked, the scenes among them. */
    Told tell(int files) {
        List<Drawn> drawn = new ArrayList<>();
        for (int person = 0; drawn.size() < files - Story.SCENES.size(); person++) {
            InventedNames.Name name = names.next();
            int daysAgo = 1 + random.nextInt(DAYS);
            drawn.add(new Drawn(story(name.marked(), daysAgo), person));
            if (person % AGAIN_EVERY == AGAIN_EVERY - 1 && drawn.size() < files - Story.SCENES.size()) {
                int later = Math.max(1, daysAgo - 1 - random.nextInt(AGAIN_AFTER_DAYS_MAX));
                drawn.add(new Drawn(story(name.misheard(), later), person));
            }
        }
        drawn.sort(
                Comparator.comparingInt((Drawn one) -> -one.story().daysAgo()).thenComparingInt(Drawn::person));
        List<Story> stories = Stream.concat(drawn.stream().map(Drawn::story), Story.SCENES.stream())
                .toList();
        return new Told(stories, twice(drawn));
    }

    private static List<Twice> twice(List<Drawn> drawn) {
        java.util.Map<Integer, Integer> firstPlace = new java.util.HashMap<>();
        List<Twice> twice = new ArrayList<>();
        for (int place = 0; place < drawn.size(); place++) {
            Integer first = firstPlace.putIfAbsent(drawn.get(place).person(), place);
            if (first != null) {
                twice.add(new Twice(first, place));
            }
        }
        return List.copyOf(twice);
    }

    private Story story(String name, int daysAgo) {
        String safe = pick(List.of("yes", "yes", "tonight", "tonight", "no"));
        Story story =
                Story.of(pick(OWNERS), name, "", safe, needs(), pick(LANGUAGES)).daysAgo(daysAgo);
        int notes = random.nextInt(4);
        for (int i = 0; i < notes; i++) {
            story = story.note(pick(NOTES));
        }
        boolean closed = daysAgo > SURELY_OPEN_DAYS && random.nextInt(100) < CLOSED_PERCENT;
        return closed ? story.closedFor(pick(REASONS)) : story;
    }

    private String needs() {
        int first = random.nextInt(NEEDS.size());
        int second = random.nextInt(NEEDS.size());
        return first == second ? NEEDS.get(first) : NEEDS.get(first) + "," + NEEDS.get(second);
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
