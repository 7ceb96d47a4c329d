package org.fourfold.command.demo;

import java.util.List;

/**
 * An invented town of the strip "Paso Garza". The points lie along the real borders between Mexico, Guatemala, Honduras and
 * El Salvador, so that the map has land under them; nothing told of a town happened at its point.
 *
 * @param country the real country that the point lies in, in Spanish
 * @param weight how many of the incidents happen here, against the other towns
 */
record Town(String name, String country, double latitude, double longitude, int weight) {

    static final List<Town> ALL = List.of(
            new Town("Santa Lumbre", "Guatemala", 14.652, -92.008, 9),
            new Town("Paso Garza", "México", 14.764, -92.296, 10),
            new Town("Estero Blanco", "México", 14.965, -92.362, 6),
            new Town("Vado del Sauce", "Guatemala", 15.028, -91.902, 4),
            new Town("Puerto Ceniza", "México", 15.296, -92.304, 5),
            new Town("La Garita Vieja", "Guatemala", 15.601, -91.764, 6),
            new Town("Llano Perdido", "México", 16.202, -91.512, 3),
            new Town("Tres Zopilotes", "Guatemala", 16.331, -90.252, 4),
            new Town("Boca del Jaguar", "México", 16.904, -91.334, 3),
            new Town("El Amate Solo", "Guatemala", 17.214, -90.183, 2),
            new Town("Cruz de Sal", "Guatemala", 14.861, -89.422, 4),
            new Town("San Telmo del Cerro", "Honduras", 14.792, -88.851, 4),
            new Town("Mirador Quemado", "El Salvador", 14.104, -89.512, 3));

    static Town named(String name) {
        return ALL.stream().filter(town -> town.name().equals(name)).findFirst().orElseThrow();
    }
}
