package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNameTest {

    private static final Map<String, String> CODES = Map.of(
            PlaceName.key("Guatemala"), "GT-01",
            PlaceName.key("Mixco"), "GT-0108",
            PlaceName.key("Santa Cruz del Quiché"), "GT-1401",
            PlaceName.key("San Pedro Sula"), "HN-0501");

    private final Gazetteer gazetteer = key -> Optional.ofNullable(CODES.get(key));

    @ParameterizedTest
    @CsvSource({
        "Mixco, [GT-0108]",
        "MUNICIPIO DE MIXCO, [GT-0108]",
        "'Mixco, Guatemala', '[GT-0108, GT-01]'",
        "Mixco (Guatemala), '[GT-0108, GT-01]'",
        "Sta. Cruz del Quiche, [GT-1401]",
        "Santa Cruz Quiché, [GT-1401]",
        "Sn. Pedro Sula - Honduras, [HN-0501]",
        "Depto. de Guatemala, [GT-01]",
        "Municipio Mixco, [GT-0108]",
        "Ciudad de Guatemala, [GT-01]",
        "Ciudad Guatemala, []",
        "Villa Mixco, []",
        "Nowhere, []",
        "desconocido, []",
    })
    void aPlaceIsFoundByItsKeys(String raw, String codes) {
        PlaceName place = PlaceName.of(raw, gazetteer);
        assertThat(place.codes()).hasToString(codes);
        assertThat(place.raw()).isEqualTo(raw);
    }

    @Test
    void theKeysAreTheWholeAndItsParts() {
        assertThat(PlaceName.of("Mixco, Guatemala", Gazetteer.NONE).keys())
                .containsExactly("mixco guatemala", "mixco", "guatemala");
        assertThat(PlaceName.of("a,".repeat(100_000), Gazetteer.NONE).keys())
                .hasSizeLessThanOrEqualTo(PlaceName.PARTS_MAX + 1);
        assertThat(PlaceName.key("La de los")).isEqualTo("la de los");
    }
}
