package org.fourfold.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented organisations, users of lines, vehicles and addresses, some of them written down several times, each time otherwise: typing errors,
 * abbreviations, missing cells. The id of a row says which thing it truly is: {@code 17-2} is the third row about thing 17.
 */
final class InventedThings {

    private static final List<String> TOWNS = List.of(
            "Guatemala",
            "Mixco",
            "Quetzaltenango",
            "Escuintla",
            "Cobán",
            "Flores",
            "Santa Ana",
            "San Miguel",
            "Tapachula");
    private static final List<String> BRANCHES = List.of(
            "Transportes",
            "Distribuidora",
            "Comercial",
            "Hotel",
            "Restaurante",
            "Ferretería",
            "Farmacia",
            "Constructora");
    private static final List<String> CORES = List.of(
            "Maya",
            "Quetzal",
            "Pacífico",
            "Los Altos",
            "Ixchel",
            "Río Dulce",
            "Santa Fe",
            "El Progreso",
            "La Ceiba",
            "Volcán",
            "San José",
            "Central",
            "Oriente",
            "Atlántida",
            "Jade",
            "Copán",
            "Esperanza",
            "Monterrico");
    private static final List<List<String>> FORMS = List.of(
            List.of(", S.A.", ", Sociedad Anónima", " SA", ""),
            List.of(" S. de R.L.", ", Sociedad de Responsabilidad Limitada", ""),
            List.of(" y Cía. Ltda.", " y Compañía Limitada", ""));
    private static final List<String> MAKES = List.of("Toyota", "Nissan", "Mazda", "Hyundai", "Mitsubishi", "Honda");
    private static final List<List<String>> MODELS = List.of(
            List.of("Hilux", "Corolla", "Yaris", "Hiace"),
            List.of("Frontier", "Sentra", "Urvan"),
            List.of("BT-50", "Mazda 3"),
            List.of("Accent", "Tucson", "H-1"),
            List.of("L200", "Lancer"),
            List.of("Civic", "CR-V"));
    private static final List<String> COLOURS =
            List.of("blanco", "negro", "gris", "rojo", "azul", "verde", "plateado", "beige");
    private static final List<String> GIVEN = List.of(
            "María", "José", "Ana", "Luis", "Rosa", "Carlos", "Marta", "Juan", "Elena", "Pedro", "Suyapa", "Xiomara",
            "Edgar", "Wendy");
    private static final List<String> SURNAMES = List.of(
            "Hernández",
            "López",
            "Xol",
            "Banegas",
            "Tzoc",
            "Mejía",
            "Zúniga",
            "Caal",
            "Orellana",
            "Funes",
            "Ajanel",
            "Pineda",
            "Coc",
            "Morales",
            "Reyes",
            "Chub");
    private static final String VIN_SIGNS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";

    private final Random random;
    private final StringBuilder csv = new StringBuilder();

    private InventedThings(long seed) {
        this.random = new Random(seed);
    }

    /** Companies, many of them chains: branches in other towns, with a telephone and an address of their own. */
    static String organisations(int size, long seed) {
        InventedThings made = new InventedThings(seed);
        made.row("id", "razon_social", "nit", "telefono", "direccion", "municipio");
        String name = "";
        for (int thing = 0; thing < size; thing++) {
            // Every fourth is one more branch of the one before.
            name = thing % 4 == 3 ? name : made.name();
            made.organisation(thing, name, made.of(FORMS), TOWNS.get(thing % TOWNS.size()));
        }
        return made.csv.toString();
    }

    private String name() {
        String surnames = of(SURNAMES) + " " + of(SURNAMES);
        return of(BRANCHES) + " " + (random.nextInt(3) == 0 ? surnames : of(CORES) + " " + of(CORES));
    }

    private void organisation(int thing, String name, List<String> forms, String town) {
        String nit = digits(7);
        List<String> phones = List.of("2" + digits(7), "5" + digits(7));
        Door door = new Door(random);
        for (int i = 0; i < times(); i++) {
            row(
                    thing + "-" + i,
                    typed(name) + of(forms),
                    maybe(typed(nit), .35),
                    maybe(some(phones), .3),
                    maybe(typed(door.written(random)), .3),
                    maybe(town, .1));
        }
    }

    /** Users with one to three lines and up to two accounts; some rows give several in a cell, some names are two users'. */
    static String phones(int size, long seed) {
        InventedThings made = new InventedThings(seed);
        made.row("id", "telefono", "cuenta", "titular", "dpi", "operadora");
        for (int thing = 0; thing < size; thing++) {
            String holder =
                    "%s %s %s %s".formatted(made.of(GIVEN), made.of(GIVEN), made.of(SURNAMES), made.of(SURNAMES));
            String document = made.digits(13);
            List<String> lines = new ArrayList<>();
            List<String> accounts = new ArrayList<>();
            for (int i = 0; i <= made.random.nextInt(3); i++) {
                lines.add("5" + made.digits(7));
                accounts.add(made.digits(10));
            }
            for (int i = 0; i < made.times(); i++) {
                made.row(
                        thing + "-" + i,
                        // A shop that sends money gives its own line for one user in thirty.
                        made.random.nextInt(30) == 0 ? "22220000" : made.maybe(made.some(lines), .1),
                        made.maybe(made.some(accounts), .5),
                        made.maybe(made.typed(holder), .2),
                        made.maybe(document, .6),
                        made.random.nextBoolean() ? "Claro" : "Tigo");
            }
        }
        return made.csv.toString();
    }

    /** Vehicles of few models and colours, so that many look alike; O for 0 in plates, plates that changed. */
    static String vehicles(int size, long seed) {
        InventedThings made = new InventedThings(seed);
        made.row("id", "placa", "chasis", "marca", "modelo", "color", "anio", "propietario");
        for (int thing = 0; thing < size; thing++) {
            int make = made.random.nextInt(MAKES.size());
            String model = made.of(MODELS.get(make));
            String colour = made.of(COLOURS);
            String year = String.valueOf(1998 + made.random.nextInt(27));
            String plate = made.plate();
            StringBuilder vin = new StringBuilder();
            for (int i = 0; i < 17; i++) {
                vin.append(VIN_SIGNS.charAt(made.random.nextInt(VIN_SIGNS.length())));
            }
            String owner = made.of(GIVEN) + " " + made.of(SURNAMES) + " " + made.of(SURNAMES);
            for (int i = 0; i < made.times(); i++) {
                boolean changed = made.random.nextInt(12) == 0;
                made.row(
                        thing + "-" + i,
                        made.maybe(changed ? made.plate() : made.misread(plate), .12),
                        made.maybe(made.typed(vin.toString()), .35),
                        made.maybe(made.typed(MAKES.get(make)), .1),
                        made.maybe(made.typed(model), .1),
                        made.maybe(colour, .15),
                        made.maybe(year, .2),
                        made.maybe(made.typed(changed ? made.of(GIVEN) + " Chinchilla" : owner), .3));
            }
        }
        return made.csv.toString();
    }

    private String plate() {
        StringBuilder plate = new StringBuilder("P").append(digits(3));
        for (int i = 0; i < 3; i++) {
            plate.append("BCDFGHJKLMNPQRSTVWXYZ".charAt(random.nextInt(21)));
        }
        return plate.toString();
    }

    private String misread(String plate) {
        return switch (random.nextInt(6)) {
            case 0 -> plate.replace('0', 'O');
            case 1 -> "P-" + plate.substring(1).toLowerCase(java.util.Locale.ROOT);
            case 2 -> plate.replace('S', '5').replace('B', '8');
            case 3 -> typed(plate);
            default -> plate;
        };
    }

    /** Doors in fours: a flat, the next flat of the house, the same street and number in another zone, the next house of the street. */
    static String addresses(int size, long seed) {
        InventedThings made = new InventedThings(seed);
        made.row("id", "direccion", "municipio");
        Door door = new Door(made.random);
        String town = "";
        for (int thing = 0; thing < size; thing++) {
            door = switch (thing % 4) {
                case 0 -> new Door(made.random);
                case 1 -> new Door(door.avenue, door.street, door.house, door.zone, door.flat + 1);
                case 2 -> new Door(door.avenue, door.street, door.house, door.zone + 1, 0);
                default -> new Door(door.avenue, door.street, (1 + made.random.nextInt(30)) + "-77", door.zone, 0);
            };
            town = thing % 4 == 0 ? made.of(TOWNS) : town;
            for (int i = 0; i < made.times(); i++) {
                made.row(thing + "-" + i, made.typed(door.written(made.random)), made.maybe(town, .1));
            }
        }
        return made.csv.toString();
    }

    /** A door in a town of streets, avenues and zones. */
    private record Door(boolean avenue, int street, String house, int zone, int flat) {

        Door(Random random) {
            this(
                    random.nextBoolean(),
                    1 + random.nextInt(40),
                    (1 + random.nextInt(30)) + "-" + (10 + random.nextInt(89)),
                    1 + random.nextInt(21),
                    1 + random.nextInt(9));
        }

        String written(Random random) {
            String way =
                    avenue ? pick(random, "avenida", "av.", "Av", "avenida") : pick(random, "calle", "c.", "Calle");
            String number = street + pick(random, "a. ", " ", "a ", "ª ");
            String where = pick(random, " zona ", " Z.", ", Zona ", " z ");
            String inside = flat == 0 ? "" : pick(random, ", apartamento ", " Apto. ", " apto ") + flat;
            return number + way + " " + house + where + zone + inside;
        }
    }

    private int times() {
        return 1 + random.nextInt(3);
    }

    /** Some of several values, at least one. */
    private String some(List<String> values) {
        List<String> left = new ArrayList<>(values);
        java.util.Collections.shuffle(left, random);
        return String.join(random.nextBoolean() ? "; " : " / ", left.subList(0, 1 + random.nextInt(left.size())));
    }

    private String maybe(String value, double missing) {
        return random.nextDouble() < missing ? "" : value;
    }

    /** One time in eight with a letter left out, doubled, swapped with its neighbour. */
    private String typed(String value) {
        if (random.nextInt(8) != 0 || value.length() < 4) {
            return value;
        }
        int at = 1 + random.nextInt(value.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> value.substring(0, at) + value.substring(at + 1);
            case 1 -> value.substring(0, at) + value.charAt(at) + value.substring(at);
            default -> value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
        };
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private <T> T of(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }

    private void row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "\"" : ",\"").append(cells[i]).append('"');
        }
        csv.append('\n');
    }
}
