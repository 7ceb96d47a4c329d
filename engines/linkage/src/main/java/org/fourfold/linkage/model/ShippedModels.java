package org.fourfold.linkage.model;

import java.util.List;
import org.fourfold.linkage.table.ShippedFile;

/** The model files that come with Fourfold, as they stand: to be used, or copied and changed. */
public final class ShippedModels {

    /** How the name of a model file ends. */
    public static final String ENDING = ".model";

    /** Their names, the usual one first. */
    public static final List<String> NAMES =
            List.of("persons", "persons-few", "organisations", "phones", "vehicles", "addresses", "incidents");

    private ShippedModels() {}

    /**
     * The text of one.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no model is called " + name + "; there are " + NAMES);
        }
        return ShippedFile.text(ShippedModels.class, name + ENDING);
    }
}
