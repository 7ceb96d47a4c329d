package org.fourfold.command.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Names of people who do not exist: given names that many bear, with family names made for this demonstration. A test
 * holds every name of the usual seed against the sanctions lists.
 */
public final class InventedNames {

    private static final List<String> WOMEN = List.of(
            "Alma",
            "Araceli",
            "Belsy",
            "Brenda",
            "Candelaria",
            "Cecilia",
            "Damaris",
            "Delmy",
            "Dilcia",
            "Elsira",
            "Enma",
            "Esperanza",
            "Fidelina",
            "Glenda",
            "Heidy",
            "Herlinda",
            "Ingrid",
            "Ivania",
            "Jacinta",
            "Keily",
            "Leticia",
            "Lourdes",
            "Magdalena",
            "Maritza",
            "Mirna",
            "Nelly",
            "Nohelia",
            "Odilia",
            "Paulina",
            "Reina",
            "Rosenda",
            "Sayra",
            "Suyapa",
            "Telma",
            "Wendy",
            "Xiomara",
            "Yolanda",
            "Zoila");
    private static final List<String> MEN = List.of(
            "Abner",
            "Adalberto",
            "Bayron",
            "Celso",
            "Darwin",
            "Delfino",
            "Edwin",
            "Eliseo",
            "Fabián",
            "Gerson",
            "Heber",
            "Isaías",
            "Jairo",
            "Kevin",
            "Leonel",
            "Marvin",
            "Melvin",
            "Nahúm",
            "Obdulio",
            "Osmán",
            "Porfirio",
            "Rigoberto",
            "Selvin",
            "Tránsito",
            "Ulises",
            "Virgilio",
            "Walter",
            "Yovani");
    private static final List<String> BEGINNINGS = List.of(
            "Almen", "Arri", "Bara", "Cala", "Chinan", "Corre", "Espi", "Fonta", "Garce", "Huertal", "Ixma", "Jacal",
            "Lumbre", "Macue", "Monte", "Nacaj", "Ocho", "Palome", "Quebra", "Quintu", "Sauce", "Tamba", "Tolo",
            "Valde", "Vere", "Xica", "Yalam", "Zapo");
    private static final List<String> ENDINGS = List.of(
            "dral", "cife", "huna", "gual", "nube", "puy", "lirio", "quín", "tán", "zul", "rreta", "yes", "mela", "cum",
            "sola", "billo", "tzoy", "nera");

    private final RandomGenerator random;

    public InventedNames(RandomGenerator random) {
        this.random = random;
    }

    /** One person's name: a given name and two family names. */
    public record Name(String given, String family, String secondFamily, boolean woman) {

        public String full() {
            return given + " " + family + " " + secondFamily;
        }

        /** With the word that says that nobody bears it. */
        public String marked() {
            return full() + mark();
        }

        String mark() {
            return woman ? " (inventada)" : " (inventado)";
        }

        /** The same person as somebody else wrote it down: as it sounds, without accents, without the second family name. */
        String misheard() {
            return asHeard(given) + " " + asHeard(family) + mark();
        }

        private static String asHeard(String word) {
            String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            return plain.replace("ll", "y")
                    .replace('z', 's')
                    .replace("ce", "se")
                    .replace("ci", "si")
                    .replace('v', 'b')
                    .replace('V', 'B')
                    .replace('Z', 'S')
                    .replace("He", "E");
        }
    }

    public Name next() {
        boolean woman = random.nextInt(100) < 62;
        return new Name(pick(woman ? WOMEN : MEN), family(), family(), woman);
    }

    private String family() {
        return pick(BEGINNINGS) + pick(ENDINGS);
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
