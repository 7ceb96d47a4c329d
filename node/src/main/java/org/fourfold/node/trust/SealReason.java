package org.fourfold.node.trust;

/** Why a seal over who consulted is to be opened. A code, never free text. */
public enum SealReason {
    /** The person whom the file is about asks. */
    PERSON_ASKS,
    /** Something from the file came out. */
    LEAK,
    COURT,
    COMPLAINT;

    /** As forms and events name it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Empty for anything else. */
    public static java.util.Optional<SealReason> parse(String code) {
        return java.util.Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
