package org.fourfold.node.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.ground.TestDatabases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Places are loaded once and found by code, name and point. */
@Tag("database")
@ExtendWith(TestDatabases.class)
class RegistryTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));

    private final TestDatabase test;
    private final Places places;

    RegistryTest(TestDatabase test) {
        this.test = test;
        this.places = Registry.open(test.database("registry"), CLOCK).places();
    }

    @Test
    void loadingTwiceChangesNothing() {
        Registry again = Registry.open(test.database("registry"), InstantSource.system());

        assertThat(again.places().all()).hasSameSizeAs(places.all());
        Instant loadedAt = test.database("registry")
                .asNode(tx -> tx.sql("SELECT loaded_at FROM registry.edition")
                        .one((rs, n) -> rs.getTimestamp(1).toInstant()));
        assertThat(loadedAt).isEqualTo(CLOCK.instant());
    }

    @Test
    void theNineCountriesHaveAllTheirRegions() {
        assertThat(List.of("MX", "GT", "HN", "SV", "NI", "CR", "PA", "BZ", "US"))
                .extracting(code -> places.regionsOf(new PlaceCode(code)).size())
                .containsExactly(32, 22, 18, 14, 17, 7, 12, 6, 51);
        assertThat(places.countries()).hasSizeGreaterThan(230);
    }

    @Test
    void knownCitiesLieInTheirRegions() {
        record City(String name, double latitude, double longitude, String code) {}
        List.of(
                        new City("Reynosa", 26.0508, -98.2979, "MX-TAM"),
                        new City("McAllen", 26.2034, -98.2300, "US-TX"),
                        new City("Ciudad Juárez", 31.6904, -106.4245, "MX-CHH"),
                        new City("Tapachula", 14.9056, -92.2634, "MX-CHP"),
                        new City("Ciudad de México", 19.4326, -99.1332, "MX-CMX"),
                        new City("Tijuana", 32.5149, -117.0382, "MX-BCN"),
                        new City("Guatemala", 14.6349, -90.5069, "GT-GU"),
                        new City("San Pedro Sula", 15.5042, -88.0250, "HN-CR"),
                        new City("San Salvador", 13.6929, -89.2182, "SV-SS"),
                        new City("Managua", 12.1150, -86.2362, "NI-MN"),
                        new City("San José", 9.9281, -84.0907, "CR-SJ"),
                        new City("Changuinola", 9.4303, -82.5200, "PA-1"),
                        new City("Belmopan", 17.2510, -88.7590, "BZ-CY"),
                        new City("Tripoli", 32.8000, 13.1800, "LY"),
                        new City("Agadez", 16.9742, 7.9865, "NE"))
                .forEach(city -> assertThat(places.at(city.latitude(), city.longitude()))
                        .as(city.name())
                        .get()
                        .extracting(place -> place.code().text())
                        .isEqualTo(city.code()));
    }

    @Test
    void aPointAtSeaLiesNowhere() {
        assertThat(places.at(35.0, 18.0)).isEmpty();
        assertThat(places.at(0, -140)).isEmpty();
    }

    @Test
    void noPointOfMexicoLiesInTwoRegions() {
        var regions = places.regionsOf(new PlaceCode("MX"));
        for (double latitude = 14.513; latitude < 33; latitude += 0.25) {
            for (double longitude = -118.017; longitude < -86; longitude += 0.25) {
                double y = latitude;
                double x = longitude;
                assertThat(regions.stream().filter(place -> place.outline().contains(y, x)))
                        .hasSizeLessThan(2);
            }
        }
    }

    @Test
    void namesAreFoundInBothLanguagesWithoutAccentsAndAsSeriesWriteThem() {
        assertThat(places.countryNamed("mexico").map(place -> place.code().text()))
                .contains("MX");
        assertThat(places.countryNamed("Iran (Islamic Republic of)").map(Place::nameEs))
                .contains("Irán");
        assertThat(places.countryNamed("Estados Unidos")).isEqualTo(places.countryNamed("United States"));
        PlaceCode mexico = new PlaceCode("MX");
        assertThat(places.regionNamed(mexico, "Michoacan")
                        .map(place -> place.code().text()))
                .contains("MX-MIC");
        assertThat(places.regionNamed(mexico, "Texas")).isEmpty();
    }
}
