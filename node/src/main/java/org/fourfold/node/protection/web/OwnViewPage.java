package org.fourfold.node.protection.web;

import java.util.List;

/**
 * A file as its caseworker and the person it is about read it together.
 *
 * @param held what was told, question by question; a row leads to where it is corrected
 * @param conversations those that were held
 * @param heard what this page is, recorded
 * @param read by whom it was consulted, as roles and days
 * @param agreed what the person agreed to and has not taken back
 * @param went who outside received something
 */
public record OwnViewPage(
        String number,
        List<Row> held,
        List<NoteLine> notes,
        List<Conversation> conversations,
        List<Recordings.Player> heard,
        List<PersonSheetPage.Line> read,
        boolean whole,
        List<ConsentPage.Line> agreed,
        List<PersonSheetPage.Went> went,
        String file) {

    public OwnViewPage {
        held = List.copyOf(held);
        notes = List.copyOf(notes);
        conversations = List.copyOf(conversations);
        read = List.copyOf(read);
        agreed = List.copyOf(agreed);
        went = List.copyOf(went);
    }

    /** A conversation: when it was held, who was there, and what was said; what nobody asked or answered is left out. */
    public record Conversation(String told, String room, List<Row> said) {

        public Conversation {
            said = List.copyOf(said);
        }
    }
}
