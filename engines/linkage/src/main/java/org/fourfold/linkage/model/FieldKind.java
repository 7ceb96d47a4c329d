package org.fourfold.linkage.model;

import java.util.List;
import java.util.Locale;

/** What a field of a record is, and of which parts it is made. */
public enum FieldKind {
    /** A person's name: given names and surnames, or both in one. */
    PERSON,
    /** One word or a few that are compared as one: a first name, a town, an e-mail address. */
    WORD,
    /** A calendar day, a month or a year. */
    DATE,
    /** A place, from the smallest part to the largest; the parts are named by the model. */
    PLACE,
    /** The name of an organisation: its words without the legal form. */
    ORGANISATION,
    /** Where somebody lives or works, in one text. */
    ADDRESS,
    /** A telephone number. */
    PHONE,
    /** A document's number: letters and digits. */
    NUMBER,
    /** A bank account or a card. */
    ACCOUNT,
    /** The plate of a vehicle; O and 0 are one, I and 1, B and 8, S and 5. */
    PLATE,
    /** One of few values. */
    CATEGORY,
    /** A text that is a bag of words: a title, an organisation, an address. */
    TEXT,
    /** A measured number. */
    QUANTITY;

    /** The inputs that a model may name; empty when there is one only, or when the model names them. */
    public List<String> inputs() {
        return this == PERSON ? List.of("given", "surnames", "full") : List.of();
    }

    /** What comes of it; empty when it is one value, or when the inputs are the parts. */
    public List<String> slots() {
        return this == PERSON ? List.of("given1", "given2", "surname1", "surname2") : List.of();
    }

    /** As a model file writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
