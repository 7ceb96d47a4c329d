package org.fourfold.command.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.fourfold.command.demo.InventedSheet.Kind;

/**
 * What the second scene hides in its sheets: a recruiter under three spellings, his father of the same name, a driver, an
 * agency, a boy of 16, and a pharmacy whose phone forty people give. Sheets are counted by kind from 1.
 */
final class SheetStory {

    static final String PHONE_COLUMN = "Teléfono";

    /** The recruiter's, the driver's and the agency's; in one spelling, so that a sheet that holds them is known. */
    static final String RECRUITER = "+502 4170 2266";

    static final String DRIVER = "+502 4283 9051";
    static final String AGENCY = "+502 4406 7718";
    static final String PHARMACY = "7762 0133";
    static final List<String> PHONES = List.of(RECRUITER, DRIVER, AGENCY);

    static final String PLATE = "P-482GZR";
    static final List<String> SPELLINGS =
            List.of("Álvaro Rivas Díaz (inventado)", "Alvaro Ribas D. (inventado)", "Rivas, A. (inventado)");
    static final String RECRUITER_DOCUMENT = "1984 30417 0101";
    static final String FATHER_DOCUMENT = "1951 22609 0101";
    static final String GUIDE = "Gerson Tambazul Xicapuy (inventado)";
    static final String PHARMACY_NAME = "Farmacia La Garita (inventada)";
    static final int AT_THE_PHARMACY = 40;

    private static final String DRIVER_NAME = "Porfirio Jacalyes Ochocum (inventado)";
    private static final String AGENCY_NAME = "Empleos Garza Gris (inventada)";
    private static final int GUIDE_YEARS = 16;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", java.util.Locale.ROOT);

    private final LocalDate lastDay;

    SheetStory(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    LocalDate guideBorn() {
        return lastDay.minusYears(GUIDE_YEARS).minusDays(100);
    }

    /** How many rows of a sheet give the pharmacy's phone: forty people in all, none in the ten that are left. */
    static int atThePharmacy(Kind kind, int number) {
        return switch (kind) {
            case HOTEL -> number <= 9 ? 3 : 0;
            case BUS -> number <= 6 ? 2 : number == 7 ? 1 : 0;
            case CALLS, CHAT, VEHICLES, COMPANIES, ARRESTS -> 0;
        };
    }

    /** Whether a spreadsheet spoiled one of its phones. */
    static boolean isSpoiled(Kind kind, int number) {
        return switch (kind) {
            case HOTEL -> number == 4 || number == 11;
            case BUS -> number == 4;
            case VEHICLES -> number == 2;
            case CALLS, CHAT, COMPANIES, ARRESTS -> false;
        };
    }

    static boolean isTold(Object phone) {
        return PHONES.contains(phone) || PHARMACY.equals(phone);
    }

    /** The rows of the story that stand in a sheet. */
    List<List<Object>> rows(Kind kind, int number) {
        Map<Integer, List<List<Object>>> told = switch (kind) {
            case HOTEL -> hotels();
            case BUS -> buses();
            case CALLS -> calls();
            case CHAT -> Map.of(1, chat());
            case VEHICLES -> vehicles();
            case COMPANIES -> companies();
            case ARRESTS -> Map.of(1, arrests());
        };
        return told.getOrDefault(number, List.of());
    }

    private Map<Integer, List<List<Object>>> hotels() {
        return Map.of(
                1,
                List.of(
                        stay(SPELLINGS.get(0), RECRUITER_DOCUMENT, RECRUITER, 41, "Nacido en 1984. Pagó seis camas."),
                        stay(DRIVER_NAME, "1977 51882 0101", DRIVER, 41, "")),
                2,
                List.of(stay(
                        SPELLINGS.get(0), FATHER_DOCUMENT, "7951 4420", 70, "Nacido en 1951. Viene por su vista.")),
                4,
                List.of(stay(SPELLINGS.get(1), RECRUITER_DOCUMENT, RECRUITER, 27, "Pagó cuatro camas.")),
                10,
                List.of(stay(SPELLINGS.get(0), RECRUITER_DOCUMENT, RECRUITER, 13, "")));
    }

    private Map<Integer, List<List<Object>>> buses() {
        return Map.of(
                2,
                List.of(
                        seat(SPELLINGS.get(2), RECRUITER, 40, 3),
                        seat(GUIDE, "", 40, 4),
                        seat("Telma Quintután Verecum (inventada)", AGENCY, 40, 5),
                        seat("Dilcia Yalamsola Huertalyes (inventada)", AGENCY, 40, 6)),
                5,
                List.of(
                        seat("Keily Chinanpuy Macuetzoy (inventada)", AGENCY, 26, 11),
                        seat("Belsy Zapomela Arrigual (inventada)", AGENCY, 26, 12)),
                8,
                List.of(seat("Nohelia Espibillo Garcecum (inventada)", AGENCY, 12, 7)));
    }

    private Map<Integer, List<List<Object>>> calls() {
        return Map.of(
                1, List.of(call(RECRUITER, DRIVER, 41, "18:40"), call(RECRUITER, DRIVER, 40, "04:55")),
                3, List.of(call(AGENCY, DRIVER, 26, "05:10")),
                7, List.of(call(RECRUITER, DRIVER, 13, "19:02")));
    }

    private List<List<Object>> chat() {
        return List.of(
                said(
                        SPELLINGS.get(2),
                        RECRUITER,
                        44,
                        "Trabajo en casa de familia, pago por semana, yo pongo el pasaje"),
                said(AGENCY_NAME, AGENCY, 43, "Hay cuatro lugares para el martes, sin papeles no importa"),
                said(SPELLINGS.get(2), RECRUITER, 42, "Los papeles se los guardo yo, para que no se pierdan"));
    }

    private Map<Integer, List<List<Object>>> vehicles() {
        return Map.of(
                1, List.of(List.of(PLATE, "Nissan Urvan", DRIVER_NAME, DRIVER)),
                3, List.of(List.of(PLATE, "Nissan Urvan", "Jacalyes, P. (inventado)", DRIVER)),
                4, List.of(List.of(PLATE, "Nissan Urvan", DRIVER_NAME, DRIVER)));
    }

    private Map<Integer, List<List<Object>>> companies() {
        return Map.of(
                1,
                List.of(List.of(
                        AGENCY_NAME,
                        "8840217-3",
                        AGENCY,
                        "Rosenda Lumbrezul Tolocum (inventada)",
                        "Calle 3, Santa Lumbre")),
                2,
                List.of(List.of(
                        "Abarrotes El Amate (inventada)",
                        "1190468-2",
                        "7951 4421",
                        SPELLINGS.get(0),
                        "Calle 9, El Amate Solo")),
                3,
                List.of(List.of(
                        PHARMACY_NAME,
                        "3305519-6",
                        PHARMACY,
                        "Odilia Palomenera Saucegual (inventada)",
                        "Calle 1, La Garita Vieja")));
    }

    private List<List<Object>> arrests() {
        return List.of(List.of(
                GUIDE,
                "El Guía",
                DAY.format(guideBorn()),
                day(38),
                "Guiaba a cuatro personas por el vado",
                "Dice que lo obligaron: le quitaron el teléfono y amenazaron a su hermana. Declaró sin tutor."));
    }

    private List<Object> stay(String name, String document, String phone, int daysAgo, String noted) {
        return List.of(name, document, phone, day(daysAgo), day(daysAgo - 1), "204", noted);
    }

    private List<Object> seat(String name, String phone, int daysAgo, int seat) {
        return List.of(name, phone, day(daysAgo), Integer.toString(seat), "Paso Garza");
    }

    private List<Object> call(String from, String to, int daysAgo, String at) {
        return List.of(from, to, day(daysAgo), at, "95");
    }

    private List<Object> said(String who, String phone, int daysAgo, String words) {
        return List.of(day(daysAgo), who, phone, words);
    }

    private String day(int daysAgo) {
        return DAY.format(lastDay.minusDays(daysAgo));
    }
}
