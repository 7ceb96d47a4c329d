package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // as the region writes it
                "Juan Carlos Pérez López | juan carlos / perez lopez",
                "MARÍA JOSÉ HERNÁNDEZ XOL | maria jose / hernandez xol",
                "Juan Pérez López | juan / perez lopez",
                "Ana María Pérez | ana maria / perez",
                "Juan Pérez | juan / perez",
                "Pérez Juan | juan / perez",
                "PEREZ LOPEZ JUAN CARLOS | juan carlos / perez lopez",
                "Pérez López Ana | ana / perez lopez",
                "Ana Lucía Isabel Mejía Ayala | ana lucia isabel / mejia ayala",
                "María José | maria jose /",
                "Chepe | chepe /",
                "Pérez | / perez",
                // particles
                "Juan de la Cruz Pérez | juan / delacruz perez",
                "Juan Delacruz Pérez | juan / delacruz perez",
                "Juan Dela Cruz Pérez | juan / delacruz perez",
                "Rosa del Cid | rosa / delcid",
                "Ana Lucía de los Santos Caal | ana lucia / delossantos caal",
                "Juan Montes de Oca Ruiz | juan / montesdeoca ruiz",
                "Juan Montesdeoca Ruiz | juan / montesdeoca ruiz",
                "María del Carmen López Choc | maria delcarmen / lopez choc",
                "María de los Ángeles López | maria delosangeles / lopez",
                "José Ortega y Gasset | jose / ortega gasset",
                "María Y. López | maria y / lopez",
                "Jorge San Martín Ruiz | jorge / sanmartin ruiz",
                // married names
                "Ana López de Pérez | ana / lopez + perez",
                "Ana López García de Pérez | ana / lopez garcia + perez",
                "Ana Lucía López viuda de Pérez | ana lucia / lopez + perez",
                "Ana López Vda. de Pérez | ana / lopez + perez",
                "Ana López Vda. de De León | ana / lopez + deleon",
                "María de Pérez | maria / + perez",
                "Ana López de León | ana / lopez deleon",
                "Ana López de la Cruz | ana / lopez delacruz",
                "Ana María López García de la Cruz | ana maria / lopez garcia + delacruz",
                // signs, titles, short spellings
                "PÉREZ LÓPEZ, Juan Carlos | juan carlos / perez lopez",
                "De León, Ana | ana / deleon",
                "Licda. Ana Pérez | ana / perez",
                "Sr. Don Juan Pérez López | juan / perez lopez",
                "Ma. Guadalupe Hdez. Rdz. | maria guadalupe / hernandez rodriguez",
                "Mª José Pérez | maria jose / perez",
                "J.C. Pérez López | j c / perez lopez",
                "José A. Pérez López | jose a / perez lopez",
                "Ana García-López | ana / garcia lopez",
                "Jean-Pierre Dubois Martínez | jean pierre / dubois martinez",
                "Marcos Q'uq' Ba’ | marcos / quq ba",
                // other scripts
                "Владимир Владимирович Путин | vladimir vladimirovic / putin",
                "Мария Иванова | maria / ivanova",
                "习近平 | jinping / xi",
                "欧阳明 | ming / ouyang",
                "محمد بن سلمان | mhmd / bnslman",
            })
    void aFullNameIsCutIntoItsParts(String raw, String parts) {
        assertThat(shown(PersonName.of(raw))).isEqualTo(parts);
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Juan Carlos | Pérez López | juan carlos / perez lopez",
                "ANA | DE LA CRUZ DEL CID | ana / delacruz delcid",
                "María del Carmen | Montes de Oca | maria delcarmen / montesdeoca",
                "Ana | López de Pérez | ana / lopez + perez",
                "Ana | López García de la Cruz | ana / lopez garcia + delacruz",
                "Ana | López de León | ana / lopez deleon",
                "Ana | De Pérez | ana / + perez",
                "Ana | Ramón y Cajal | ana / ramon cajal",
                "J. | P. | j / p",
                "Juan | '' | juan /",
                "'' | Pérez | / perez",
                "'Pérez, Juan' | '' | juan / perez",
                "N/A | Pérez | / perez",
                "desconocida | desconocido | /",
                "Мария | Иванова | maria / ivanova",
            })
    void twoFieldsStayApart(String given, String surnames, String parts) {
        assertThat(shown(PersonName.of(given, surnames))).isEqualTo(parts);
    }

    @Test
    void howSureTheOrderIsIsTold() {
        assertThat(PersonName.of("Juan", "Pérez").order()).isEqualTo(PersonName.Order.STATED);
        assertThat(PersonName.of("PÉREZ, Juan").order()).isEqualTo(PersonName.Order.STATED);
        assertThat(PersonName.of("Juan Carlos Pérez López").order()).isEqualTo(PersonName.Order.LIKELY);
        assertThat(PersonName.of("Juan Pérez").order()).isEqualTo(PersonName.Order.UNSURE);
        assertThat(PersonName.of("Pérez López", "Juan Carlos").order()).isEqualTo(PersonName.Order.UNSURE);
        assertThat(PersonName.of("Wxyz Abcd Efgh").order()).isEqualTo(PersonName.Order.UNSURE);
    }

    @Test
    void aNameOfTwoWordsMayBeReadEitherWay() {
        PersonName name = PersonName.of("Santos Reyes");
        assertThat(name.order()).isEqualTo(PersonName.Order.UNSURE);
        assertThat(shown(name)).isEqualTo("santos / reyes");
        assertThat(shown(name.swapped())).isEqualTo("reyes / santos");
    }

    @Test
    void whatIsWrittenInAnotherScriptIsKeptBesideItsTransliteration() {
        PersonName name = PersonName.of("김정은");
        assertThat(name.nativeText()).contains("김정은");
        assertThat(name.surnames()).extracting(NameWord::text).containsExactly("gim");
        assertThat(PersonName.of("José Ñuñez").nativeText()).isEmpty();
    }

    @Test
    void fatherAndSonOfOneNameAreToldApartWhereTheNameSaysIt() {
        assertThat(PersonName.of("Juan Pérez López (hijo)").generation()).contains("hijo");
        assertThat(PersonName.of("Juan Pérez Jr.").generation()).contains("jr");
        assertThat(PersonName.of("Pérez, Juan, Jr.").generation()).contains("jr");
        assertThat(shown(PersonName.of("Juan Pérez Jr."))).isEqualTo("juan / perez");
        assertThat(shown(PersonName.of("Junior Pérez"))).isEqualTo("junior / perez");
    }

    @Test
    void whatOthersCallThePersonIsKeptApart() {
        assertThat(PersonName.of("José “Chepe” López").aliases()).containsExactly("chepe");
        assertThat(PersonName.of("Juan Pérez alias El Chino").aliases()).containsExactly("el chino");
        assertThat(PersonName.of("Juan Pérez (a) La Güera").aliases()).containsExactly("la guera");
        assertThat(PersonName.of("Juan Pérez conocido por Juan López").aliases())
                .containsExactly("juan lopez");
        assertThat(shown(PersonName.of("José “Chepe” López"))).isEqualTo("jose / lopez");
        assertThat(shown(PersonName.of("Juan Pérez alias El Chino"))).isEqualTo("juan / perez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "N/A", "desconocido", "NN", "Sin nombre", "12345", "¿?", "xxx", "NULL"})
    void nothingIsNoName(String raw) {
        PersonName name = PersonName.of(raw);
        assertThat(name.isEmpty()).isTrue();
        assertThat(name.raw()).isEqualTo(raw);
    }

    @Test
    void aFewSurnamesThatLookLikeNothingAreNames() {
        assertThat(shown(PersonName.of("Na", "Sn"))).isEqualTo("na / sn");
    }

    @Test
    void aWordHasASoundAnInitialHasNone() {
        assertThat(NameWord.of("hernandez").sound()).isEqualTo("ernandes");
        assertThat(NameWord.of("j").sound()).isEmpty();
    }

    @Test
    void anyTextIsTakenAndGivesFoldedWordsOnly() {
        Random lot = new Random(11);
        String common = "de la y e vda. , ( ) \" ' - Pérez Ñ a alias Jr del don ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = lot.nextInt(12); n > 0; n--) {
                if (lot.nextInt(4) == 0) {
                    text.appendCodePoint(1 + lot.nextInt(0x2FFF));
                } else {
                    String[] words = common.split(" ", -1);
                    text.append(words[lot.nextInt(words.length)]).append(' ');
                }
            }
            PersonName name = PersonName.of(text.toString());
            List<NameWord> all = java.util.stream.Stream.of(name.given(), name.surnames(), name.married())
                    .flatMap(List::stream)
                    .toList();
            assertThat(all).as("%s", text).allMatch(word -> word.text().matches("[a-z]{1,48}"));
            assertThat(PersonName.of(text.toString())).isEqualTo(name);
            assertThat(name.raw()).isEqualTo(text.toString());
        }
    }

    @Test
    void anEndlessNameIsBounded() {
        PersonName name = PersonName.of("Xa Be ".repeat(1_000_000));
        assertThat(name.given()).hasSizeLessThanOrEqualTo(PersonName.WORDS_MAX);
        assertThat(name.surnames()).hasSizeLessThanOrEqualTo(PersonName.WORDS_MAX);
    }

    private static String shown(PersonName name) {
        String married = name.married().isEmpty() ? "" : " + " + texts(name.married());
        return (texts(name.given()) + " / " + texts(name.surnames()) + married)
                .replace("  ", " ")
                .strip();
    }

    private static String texts(List<NameWord> words) {
        return words.stream().map(NameWord::text).collect(Collectors.joining(" "));
    }
}
