package org.fourfold.node.frame;

/**
 * The closed list of field groups: the unit of encryption, consent, withholding, retention and export (FRAME, Keys and
 * fields). A field belongs to exactly one group. The name is stored and is part of what the cipher authenticates: never
 * rename a constant.
 */
public enum FieldGroup {
    /** Names, nicknames, birth date: who the person is. */
    IDENTITY,
    /** How and when to reach the person safely, and the agreed word. */
    CONTACT,
    /** Safe now, risks, safety plan. */
    SAFETY,
    /** What is needed tonight and later, languages, plans and services. */
    NEEDS,
    /** Physical and mental health. */
    HEALTH,
    /** What happened, in the person's words. */
    NARRATIVE,
    /** Notes of the people who help. */
    NOTES,
    /** Legal advice and migration status: the lawyer's own group. */
    LEGAL,
    /** Acts done under duress for a designated group: warned about before any export. */
    DURESS
}
