package org.fourfold.command.demo;

import java.util.List;
import java.util.Map;
import org.fourfold.node.protection.Field;

/**
 * An invented person's file: what was answered, who wrote it down, and the notes. Nobody in these stories lives or lived;
 * every name carries the word that says so.
 *
 * @param owner the sign-in name of the caseworker
 * @param answers codes for choices, words for the rest; a field that is missing was not asked
 * @param closed the code of the reason, empty while the file is open
 * @param daysAgo how long before the demonstration's first day the file was opened
 */
record Story(String owner, Map<Field, List<String>> answers, List<String> notes, String closed, int daysAgo) {

    private static final String CLARA = DemonstrationMembers.CASEWORKER;
    private static final String CARMEN = DemonstrationMembers.SECOND_CASEWORKER;

    /** The people of the five scenes and those beside them that night. */
    static final List<Story> SCENES = List.of(
            of(CLARA, "Yésica Xicará (inventada)", "Yessica, Yesi", "tonight", "bed,children,phone,clothes", "mam,es")
                    .because("Teme que su tío la busque. No quiere policía.")
                    .contact(
                            "No llamar de noche. No dejar recados con su familia.",
                            "Mensaje a la radio de la casa",
                            "garza")
                    .note("Llegó el martes de noche con su hijo de 3 años y su hermana Ludi, de 17. Teléfono mojado.")
                    .note("Falta una cama. La hermana duerme hoy en la sala. Mañana: hablar con la clínica."),
            of(CLARA, "Ludi Xicará (inventada)", "", "tonight", "bed,food", "mam,es")
                    .because("Cumple 18 en unas semanas: decidir con ella antes.")
                    .note("Prefiere hablar en mam. Se pidió intérprete para el jueves."),
            of(CARMEN, "Marisol Quintuy (inventada)", "Mari", "yes", "health", "es")
                    .contact("", "Llamada, después de las seis", "canela")
                    .note("Llamó para preguntar quién recibió sus datos. Se le leyó la lista completa."),
            of(CARMEN, "", "La Güera", "no", "bed,hygiene,medicine", "es")
                    .because("Alguien espera afuera.")
                    .note("No quiso dar su nombre. No se insistió."),
            of(CLARA, "Deysi Barahúna (inventada)", "Daisy", "yes", "transport", "es")
                    .note("Quiere volver a su pueblo. Se acordó el viaje para el lunes.")
                    .closedFor("own-wish"),
            of(CARMEN, "Jean-Rony Delmas (inventado)", "", "tonight", "food,phone", "ht,fr")
                    .note("Habla criollo haitiano. La intérprete viene mañana."),
            of(CLARA, "Wilmer Ochaíta (inventado)", "", "yes", "clothes,health", "es")
                    .note("Le retuvieron los documentos en una finca. Quiere recuperarlos."),
            of(CARMEN, "Ixchel Tambriz (inventada)", "Chelita", "tonight", "bed,children", "quc,es")
                    .contact("Nunca por su hermano.", "En persona", "jade"),
            of(CLARA, "Nohemí Casasola (inventada)", "Noemí, Mimí", "yes", "medicine", "es")
                    .note("Tratamiento en curso. Cita en la clínica el viernes."),
            of(CARMEN, "Rubenia Altuve (inventada)", "", "yes", "transport,phone", "es")
                    .note("Llegó a donde quería. Llamó para decirlo.")
                    .closedFor("goals-reached"),
            of(CLARA, "Tereso Majano (inventado)", "", "tonight", "bed,food", "es")
                    .because("Le deben tres meses de trabajo y lo amenazaron."),
            of(CARMEN, "Aurelia Puac (inventada)", "Lela", "yes", "children", "kek,es")
                    .note("Dos hijas en la escuela de la casa."));

    static Story of(String owner, String name, String others, String safe, String needs, String languages) {
        Map<Field, List<String>> answers = new java.util.EnumMap<>(Field.class);
        answers.put(Field.RIGHTS_LANGUAGE, List.of("es"));
        answers.put(Field.RIGHTS_HOW, List.of("spoken"));
        answers.put(Field.SAFE_NOW, List.of(safe));
        answers.put(Field.NEEDS_TONIGHT, List.of(needs.split(",", -1)));
        answers.put(Field.LANGUAGES, List.of(languages.split(",", -1)));
        answers.put(Field.NAME, List.of(name));
        answers.put(Field.OTHER_NAMES, List.of(others));
        return new Story(owner, Map.copyOf(answers), List.of(), "", 0);
    }

    /** The name as it was written down first; empty where none was given. */
    String name() {
        return answers.getOrDefault(Field.NAME, List.of("")).getFirst();
    }

    Story daysAgo(int days) {
        return new Story(owner, answers, notes, closed, days);
    }

    Story because(String words) {
        return with(Field.SAFE_WHY, words);
    }

    Story contact(String never, String how, String word) {
        return with(Field.CONTACT_NEVER, never).with(Field.CONTACT_HOW, how).with(Field.CONTACT_WORD, word);
    }

    Story note(String text) {
        List<String> more = new java.util.ArrayList<>(notes);
        more.add(text);
        return new Story(owner, answers, List.copyOf(more), closed, daysAgo);
    }

    Story closedFor(String reason) {
        return new Story(owner, answers, notes, reason, daysAgo);
    }

    private Story with(Field field, String words) {
        Map<Field, List<String>> more = new java.util.EnumMap<>(answers);
        more.put(field, List.of(words));
        return new Story(owner, Map.copyOf(more), notes, closed, daysAgo);
    }
}
