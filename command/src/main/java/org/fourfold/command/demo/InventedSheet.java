package org.fourfold.command.demo;

import java.util.List;

/**
 * One invented table as it came in: what it is called, what it is of, and its cells. A number among the cells is one that a
 * spreadsheet took for a number.
 *
 * @param above rows above the headings: a title, an address, a day of printing
 * @param left whether it is left in the folder, for a visitor to bring in
 * @param phones of the phones that matter, those in it
 */
record InventedSheet(
        String name,
        Kind kind,
        Form form,
        List<String> above,
        List<List<Object>> rows,
        boolean left,
        List<String> phones,
        List<Spoiled> spoiled) {

    /** The bytes that it is written in. */
    enum Form {
        COMMA_UTF_8,
        SEMICOLON_UTF_8,
        COMMA_WINDOWS,
        SEMICOLON_WINDOWS,
        /** A workbook with a second, hidden sheet and a row of totals. */
        WORKBOOK;

        String ending() {
            return this == WORKBOOK ? ".xlsx" : ".csv";
        }
    }

    /** What it is of, with its headings. */
    @SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of and never handed a mutable one
    enum Kind {
        HOTEL("hotel", "Nombre completo", "Documento", "Teléfono", "Entrada", "Salida", "Hab.", "Observaciones"),
        BUS("bus", "Pasajero", "Teléfono", "Fecha", "Asiento", "Destino"),
        CALLS("llamadas", "Número origen", "Número destino", "Fecha", "Hora", "Segundos"),
        CHAT("chat", "Fecha", "De", "Teléfono", "Mensaje"),
        VEHICLES("vehiculos", "Placa", "Vehículo", "Titular", "Teléfono"),
        COMPANIES("empresas", "Empresa", "NIT", "Teléfono", "Representante", "Dirección"),
        ARRESTS("detenciones", "Nombre completo", "Alias", "Fecha de nacimiento", "Fecha", "Motivo", "Observaciones");

        private final String word;
        private final List<String> headings;

        Kind(String word, String... headings) {
            this.word = word;
            this.headings = List.of(headings);
        }

        String word() {
            return word;
        }

        List<String> headings() {
            return headings;
        }
    }

    /** A cell whose digits a spreadsheet threw away, by its row in the file, first = 1. */
    record Spoiled(long row, String column) {}

    InventedSheet {
        above = List.copyOf(above);
        rows = rows.stream().map(List::copyOf).toList();
        phones = List.copyOf(phones);
        spoiled = List.copyOf(spoiled);
    }

    /** The row of the headings, first = 1. */
    int headerRow() {
        return above.size() + 1;
    }
}
