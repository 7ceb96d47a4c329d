package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "5a. Avenida 3-45, Zona 1 | avenida=5 numero=3-45 zona=1",
                "5ª Av. 3-45 Z. 1 | avenida=5 numero=3-45 zona=1",
                "Quinta avenida 3-45 zona 01 | avenida=5 numero=3-45 zona=1",
                "5 calle 3 avenida, zona 4 de Mixco | calle=5 avenida=3 zona=4",
                "12 calle 4-15 zona 10, Edif. Géminis, 5to. nivel, Of. 502 | calle=12 numero=4-15 zona=10 edificio=geminis nivel=5 apartamento=502",
                "Calle Principal #12, Bo. El Centro | calle=principal numero=12 barrio=centro",
                "Col. Kennedy, bloque 4, casa No. 12 | colonia=kennedy sector=4 numero=12",
                "Colonia 4 de Febrero | colonia=4 febrero",
                "Av. Reforma 222, Col. Juárez | avenida=reforma numero=222 colonia=juarez",
                "Km 14.5 carretera a El Salvador | kilometro=14.5 carretera=salvador",
                "Lote 5 Mz. B, Residencial Los Álamos | lote=5 manzana=b colonia=alamos",
                "Cantón El Rosario, Pje. 3 casa 7 | aldea=rosario pasaje=3 casa=7",
                "Aldea San José | aldea=san jose",
                "Casa blanca frente al parque | ",
            })
    void anAddressHasItsParts(String raw, String parts) {
        String shown = Address.of(raw).parts().stream()
                .map(part -> part.kind().name().toLowerCase(Locale.ROOT) + "=" + part.value())
                .collect(Collectors.joining(" "));
        assertThat(shown).isEqualTo(parts == null ? "" : parts);
    }

    @Test
    void wordsAreWrittenOutAndNumbersStandApart() {
        Address address = Address.of("5a. Av. 3-45, Z. 1, frente al Parque Central");
        assertThat(address.words()).containsExactly("avenida", "zona", "frente", "parque", "central");
        assertThat(address.numbers()).containsExactly("5", "3-45", "1");
        assertThat(address.first(Address.Kind.ZONA)).contains("1");
        assertThat(address.first(Address.Kind.LOTE)).isEmpty();
    }

    @Test
    void twoSpellingsOfOneAddressHaveTheSameParts() {
        assertThat(Address.of("6a Ave 12-30 Zona 9").parts())
                .isEqualTo(Address.of("SEXTA AVENIDA 12-30, z.9").parts());
    }

    @Test
    void nothingAndAnythingAreTaken() {
        assertThat(Address.of("desconocida").words()).isEmpty();
        assertThat(Address.of("").parts()).isEmpty();
        Random lot = new Random(6);
        String[] pieces = {"5a", "av.", "zona", "col.", ",", "#", "3-", "-45", "casa", "de", "(", "km", "Ñ", "1"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = lot.nextInt(10); n > 0; n--) {
                text.append(pieces[lot.nextInt(pieces.length)]).append(lot.nextBoolean() ? " " : "");
            }
            Address address = Address.of(text.toString());
            assertThat(address.raw()).isEqualTo(text.toString());
            assertThat(address.parts()).noneMatch(part -> part.value().isEmpty());
        }
        assertThat(Address.of("zona 1 ".repeat(100_000)).parts()).hasSizeLessThanOrEqualTo(Address.PARTS_MAX);
    }
}
