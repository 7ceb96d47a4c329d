package org.fourfold.command.demo;

import java.util.List;

/**
 * The truth of the unit's demonstration, so that what is found can be held against it.
 *
 * @param broughtIn the sheets that were imported, by name
 * @param left those that wait for the visitor
 * @param plate the van's, in two sheets of vehicles and in one that is left
 * @param spoiled every telephone number that a spreadsheet spoiled, in the sheets that are left too
 * @param garzas the title of the third scene's case
 * @param defencePutOff how often its defence had the trial put off
 */
public record UnitTruth(
        long seed,
        String firstDay,
        List<String> broughtIn,
        List<String> left,
        List<Phone> phones,
        Hub pharmacy,
        SameOrNot sameOrNot,
        Guide guide,
        String plate,
        List<Spoiled> spoiled,
        int investigations,
        String garzas,
        int defencePutOff,
        String garzasMandateEnds) {

    /** A phone that matters, in its normal form, whose it is, and the sheets it stands in. */
    public record Phone(String value, String whose, List<String> sheets) {}

    /** A phone that matters to nobody: many give it. */
    public record Hub(String value, String name, int people) {}

    /** Three spellings of one person, told apart from another of the same name by the document. */
    public record SameOrNot(List<String> spellings, String document, String father, String fatherDocument) {}

    /** A boy with an arrest, who was possibly forced. */
    public record Guide(String name, String born, boolean possiblyForced) {}

    public record Spoiled(String sheet, long row, String column) {}

    static UnitTruth of(
            Demonstration demonstration, List<InventedSheet> sheets, List<InventedInvestigation> investigations) {
        List<String> whose = List.of("recruiter", "driver", "agency");
        return new UnitTruth(
                demonstration.seed(),
                demonstration.firstDay().toString(),
                sheets.stream()
                        .filter(sheet -> !sheet.left())
                        .map(InventedSheet::name)
                        .toList(),
                sheets.stream()
                        .filter(InventedSheet::left)
                        .map(InventedSheet::name)
                        .toList(),
                SheetStory.PHONES.stream()
                        .map(phone -> new Phone(
                                normal(phone),
                                whose.get(SheetStory.PHONES.indexOf(phone)),
                                sheets.stream()
                                        .filter(sheet -> sheet.phones().contains(phone))
                                        .map(InventedSheet::name)
                                        .toList()))
                        .toList(),
                new Hub(normal("+502 " + SheetStory.PHARMACY), SheetStory.PHARMACY_NAME, SheetStory.AT_THE_PHARMACY),
                new SameOrNot(
                        SheetStory.SPELLINGS,
                        SheetStory.RECRUITER_DOCUMENT,
                        SheetStory.SPELLINGS.getFirst(),
                        SheetStory.FATHER_DOCUMENT),
                new Guide(
                        SheetStory.GUIDE,
                        new SheetStory(demonstration.lastDay()).guideBorn().toString(),
                        true),
                SheetStory.PLATE,
                sheets.stream()
                        .flatMap(sheet -> sheet.spoiled().stream()
                                .map(cell -> new Spoiled(sheet.name(), cell.row(), cell.column())))
                        .toList(),
                investigations.size(),
                GarzasCase.TITLE,
                GarzasCase.PUT_OFF,
                GarzasCase.mandateEnds(demonstration.lastDay()).toString());
    }

    private static String normal(String phone) {
        return phone.replace(" ", "");
    }
}
