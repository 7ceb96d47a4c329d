package org.fourfold.node.protection.list;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fourfold.node.protection.Field;

/** What a column of a list says. */
public enum Target {
    /** Not known: kept in the file as it came. */
    ASIDE("", null),
    /** Not brought in at all. */
    NOTHING("^(no|num|numero|nro|#|fila|row)\\.?$", null),
    CONTACT_NEVER("no llamar|no contactar|nunca|do not (call|contact)|never", Field.CONTACT_NEVER),
    OTHER_NAMES("otros? nombres?|alias|apodo|conocid|other name|nickname|also known", Field.OTHER_NAMES),
    BIRTH("nacimiento|fecha de nac|f\\.? ?nac|birth|\\bdob\\b", Field.BIRTH),
    NAME("nombre|apellido|name\\b", Field.NAME),
    LANGUAGES("idioma|lengua|language", Field.LANGUAGES),
    INTERPRETER("interprete|interpreter", Field.INTERPRETER),
    CONTACT_HOW("telefono|celular|contacto|correo|phone|contact|e-?mail", Field.CONTACT_HOW),
    SAFE_WHY("riesgo|peligro|seguridad|risk|danger|safety", Field.SAFE_WHY),
    NEEDS_OTHER("necesidad|necesita|requiere|needs?\\b", Field.NEEDS_OTHER);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Pattern heading;
    private final @org.jspecify.annotations.Nullable Field field;

    Target(String heading, @org.jspecify.annotations.Nullable Field field) {
        this.heading = Pattern.compile(heading);
        this.field = field;
    }

    /** The answer of a file that it becomes; empty where it becomes none. */
    public Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    /** What a heading seems to say; a person looks at it before anything is brought in. */
    public static Target guess(String heading) {
        String plain = plain(heading);
        List<Target> said = Arrays.asList(values());
        return said.stream()
                .filter(target ->
                        target != ASIDE && target.heading.matcher(plain).find())
                .findFirst()
                .orElse(ASIDE);
    }

    /** Small letters without accents and without what stands around. */
    static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
