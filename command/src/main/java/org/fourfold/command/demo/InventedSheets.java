package org.fourfold.command.demo;

import static org.fourfold.command.demo.InventedSheet.Kind.ARRESTS;
import static org.fourfold.command.demo.InventedSheet.Kind.BUS;
import static org.fourfold.command.demo.InventedSheet.Kind.CALLS;
import static org.fourfold.command.demo.InventedSheet.Kind.CHAT;
import static org.fourfold.command.demo.InventedSheet.Kind.COMPANIES;
import static org.fourfold.command.demo.InventedSheet.Kind.HOTEL;
import static org.fourfold.command.demo.InventedSheet.Kind.VEHICLES;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.command.demo.InventedSheet.Form;
import org.fourfold.command.demo.InventedSheet.Kind;
import org.fourfold.command.demo.InventedSheet.Spoiled;

/**
 * The forty sheets of the second scene. Every telephone number, plate and document in them is of one row of one sheet, but
 * for those of {@link SheetStory}: so what the node finds shared is what was put there.
 */
final class InventedSheets {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", java.util.Locale.ROOT);
    private static final int ABOVE_LONG = 6;
    private static final int DAYS_BACK = 120;

    /** How many of each kind, and how many of them are left in the folder. */
    private record Share(Kind kind, int sheets, int left, int rows) {}

    private static final List<Form> FORMS =
            List.of(Form.COMMA_UTF_8, Form.SEMICOLON_UTF_8, Form.COMMA_WINDOWS, Form.SEMICOLON_WINDOWS, Form.WORKBOOK);

    private static final List<Share> SHARES = List.of(
            new Share(HOTEL, 12, 3, 24),
            new Share(BUS, 9, 2, 20),
            new Share(CALLS, 8, 2, 30),
            new Share(CHAT, 1, 0, 18),
            new Share(VEHICLES, 5, 2, 15),
            new Share(COMPANIES, 4, 1, 12),
            new Share(ARRESTS, 1, 0, 7));

    private static final List<String> CARS =
            List.of("Toyota Hilux", "Nissan Urvan", "Honda Civic", "Hyundai H1", "Kia Rio", "Mazda BT-50");
    private static final List<String> TRADES =
            List.of("Abarrotes", "Ferretería", "Transportes", "Hospedaje", "Lavandería", "Taller", "Comercial");
    private static final List<String> SAID = List.of(
            "Buenos días, ¿a qué hora sale?",
            "Ya llegaron los papeles",
            "El miércoles no hay paso",
            "Avise cuando estén en la terminal",
            "Son cuatro personas y una mochila",
            "Ahí le mando la dirección");
    private static final List<String> CHARGES =
            List.of("Riña", "Portación de documentos ajenos", "Escándalo en la vía pública", "Hurto");

    private final RandomGenerator random;
    private final LocalDate lastDay;
    private final InventedNames names;
    private final SheetStory story;
    private final Set<String> used = new HashSet<>();

    InventedSheets(RandomGenerator random, LocalDate lastDay) {
        this.random = random;
        this.lastDay = lastDay;
        this.names = new InventedNames(random);
        this.story = new SheetStory(lastDay);
    }

    /** All forty, in the order of their kinds. */
    List<InventedSheet> all() {
        List<InventedSheet> sheets = new ArrayList<>();
        for (Share share : SHARES) {
            for (int number = 1; number <= share.sheets(); number++) {
                sheets.add(sheet(share, number));
            }
        }
        return sheets;
    }

    private InventedSheet sheet(Share share, int number) {
        Kind kind = share.kind();
        Form form = FORMS.get((number + SHARES.indexOf(share)) % FORMS.size());
        List<String> above = above(kind, form, number);
        List<List<Object>> rows = new ArrayList<>();
        List<String> own = kind == CALLS ? phones(share.rows() / 3) : List.of();
        for (int row = 0; row < share.rows(); row++) {
            rows.add(row(kind, own));
        }
        List<List<Object>> told = new ArrayList<>(story.rows(kind, number));
        for (int person = 0; person < SheetStory.atThePharmacy(kind, number); person++) {
            List<Object> row = new ArrayList<>(row(kind, own));
            row.set(kind.headings().indexOf(SheetStory.PHONE_COLUMN), SheetStory.PHARMACY);
            told.add(row);
        }
        told.forEach(row -> rows.add(random.nextInt(rows.size()), row));
        List<Spoiled> spoiled =
                SheetStory.isSpoiled(kind, number) ? List.of(spoil(kind, form, rows, above.size() + 2)) : List.of();
        List<String> phones = SheetStory.PHONES.stream()
                .filter(phone -> rows.stream().anyMatch(row -> row.contains(phone)))
                .toList();
        String name = "%s-%02d-inventado%s".formatted(kind.word(), number, form.ending());
        return new InventedSheet(
                name, kind, form, above, rows, number > share.sheets() - share.left(), phones, spoiled);
    }

    /** Every third sheet has its headings on row 7; one in the Windows encoding has a title with a sign only that has. */
    private static List<String> above(Kind kind, Form form, int number) {
        String title = "Datos inventados – " + kind.word();
        if (number % 3 == 0) {
            return List.of(title, "", "Oficina inventada", "Paso Garza", "Impreso para la demostración", "")
                    .subList(0, ABOVE_LONG);
        }
        return form == Form.COMMA_WINDOWS || form == Form.SEMICOLON_WINDOWS ? List.of(title) : List.of();
    }

    /** One phone as a spreadsheet leaves it that took it for a number; some row of nobody in the story. */
    private static Spoiled spoil(Kind kind, Form form, List<List<Object>> rows, int firstRow) {
        int column = kind.headings().indexOf(SheetStory.PHONE_COLUMN);
        int at = 0;
        while (SheetStory.isTold(rows.get(at).get(column))) {
            at++;
        }
        List<Object> row = new ArrayList<>(rows.get(at));
        row.set(column, form == Form.WORKBOOK ? Double.valueOf(5.02E10) : "5.02E+10");
        rows.set(at, row);
        return new Spoiled(at + (long) firstRow, SheetStory.PHONE_COLUMN);
    }

    private List<Object> row(Kind kind, List<String> own) {
        LocalDate day = lastDay.minusDays(1 + random.nextInt(DAYS_BACK));
        return switch (kind) {
            case HOTEL ->
                List.of(
                        name(),
                        document(),
                        phone(),
                        DAY.format(day),
                        DAY.format(day.plusDays(1 + random.nextInt(3))),
                        Integer.toString(101 + random.nextInt(30)),
                        "");
            case BUS ->
                List.of(
                        name(),
                        phone(),
                        DAY.format(day),
                        Integer.toString(1 + random.nextInt(44)),
                        Town.ALL.get(random.nextInt(Town.ALL.size())).name());
            case CALLS ->
                List.of(
                        pick(own.subList(0, own.size() / 2)),
                        pick(own.subList(own.size() / 2, own.size())),
                        DAY.format(day),
                        "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)),
                        Integer.toString(5 + random.nextInt(600)));
            case CHAT -> List.of(DAY.format(day), name(), phone(), pick(SAID));
            case VEHICLES -> List.of(plate(), pick(CARS), name(), phone());
            case COMPANIES ->
                List.of(
                        pick(TRADES) + " " + names.next().family() + " (inventada)",
                        drawn(7) + "-" + random.nextInt(10),
                        phone(),
                        name(),
                        "Calle " + (1 + random.nextInt(20)) + ", "
                                + Town.ALL.get(random.nextInt(Town.ALL.size())).name());
            case ARRESTS ->
                List.of(
                        name(),
                        "",
                        DAY.format(lastDay.minusYears(20 + random.nextInt(30)).minusDays(random.nextInt(365))),
                        DAY.format(day),
                        pick(CHARGES),
                        "");
        };
    }

    private List<String> phones(int count) {
        List<String> phones = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            phones.add(phone());
        }
        return phones;
    }

    /** A number that no other row has, with the signs between as somebody put them; those told begin otherwise. */
    private String phone() {
        String digits = "3" + drawn(7);
        return switch (random.nextInt(3)) {
            case 0 -> digits;
            case 1 -> digits.substring(0, 4) + " " + digits.substring(4);
            default -> "+502 " + digits.substring(0, 4) + "-" + digits.substring(4);
        };
    }

    private String plate() {
        String digits = drawn(4);
        return "P-" + digits.substring(1) + (char) ('B' + digits.charAt(0) - '0') + "XZ";
    }

    private String document() {
        return drawn(4) + " " + drawn(5) + " 0101";
    }

    /** Digits that were not drawn before, at that length. */
    private String drawn(int digits) {
        StringBuilder text = new StringBuilder();
        do {
            text.setLength(0);
            for (int digit = 0; digit < digits; digit++) {
                text.append(1 + random.nextInt(9));
            }
        } while (!used.add(text.toString()));
        return text.toString();
    }

    private String name() {
        String name;
        do {
            name = names.next().marked();
        } while (!used.add(name));
        return name;
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
