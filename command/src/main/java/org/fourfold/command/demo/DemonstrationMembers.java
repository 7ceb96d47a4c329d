package org.fourfold.command.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Role;

/**
 * The invented members of a demonstration's nodes: who helps people works in the shelter, who investigates in the unit, and
 * nobody in both. Passwords follow from a secret of the home, so that a first start that was cut short can tell them again;
 * another home has others.
 */
public final class DemonstrationMembers {

    static final String ANALYST = "ana";
    static final String ADMINISTRATOR = "amparo";
    static final String UNIT_ANALYST = "mirna";
    static final String UNIT_ADMINISTRATOR = "alba";
    public static final String INVESTIGATOR = "ines";
    public static final String CASEWORKER = "clara";
    static final String NIGHT = "noe";
    public static final String SECOND_CASEWORKER = "carmen";
    public static final String THIRD_CASEWORKER = "julia";
    public static final String FOURTH_CASEWORKER = "tomas";

    private static final String CASA_CEIBA = "Casa Ceiba";
    private static final String UNIDAD_ESTERO = "Unidad Estero";
    private static final String HMAC = "HmacSHA256";
    private static final int WORDS_IN_PASSWORD = 4;

    /** A power of two of them, so that a byte's low bits choose evenly. */
    private static final List<String> WORDS = List.of(
            "garza",
            "ceiba",
            "lumbre",
            "estero",
            "vereda",
            "jocote",
            "tecolote",
            "manglar",
            "quetzal",
            "tule",
            "nance",
            "colmena",
            "atole",
            "barranca",
            "canoa",
            "cenzontle",
            "chilca",
            "comal",
            "copal",
            "faro",
            "farol",
            "guayaba",
            "hamaca",
            "jade",
            "laguna",
            "loroco",
            "maguey",
            "marimba",
            "mecate",
            "milpa",
            "molino",
            "nopal");

    private static final List<Person> SHELTER = List.of(
            new Person(CASEWORKER, "Clara Ixmay (inventada)", Role.CASEWORKER, true),
            new Person(SECOND_CASEWORKER, "Carmen Tolosa (inventada)", Role.CASEWORKER, true),
            new Person(THIRD_CASEWORKER, "Julia Nacajtzoy (inventada)", Role.CASEWORKER, true),
            new Person(FOURTH_CASEWORKER, "Tomás Vereyes (inventado)", Role.CASEWORKER, true),
            new Person(NIGHT, "Noé Barrientos (inventado)", Role.NIGHT_STAFF, true),
            new Person("sonia", "Sonia Arrecife (inventada)", Role.SUPERVISOR, true),
            new Person("lucia", "Lucía Montenube (inventada)", Role.LAWYER, true),
            new Person(ANALYST, "Ana Quebrada (inventada)", Role.ANALYST, false),
            new Person("leandro", "Leandro Puentes (inventado)", Role.LIAISON, false),
            new Person("paz", "Paz Almendral (inventada)", Role.PRIVACY_OFFICER, false),
            new Person("teo", "Teo Campanario (inventado)", Role.TRUSTEE, false),
            new Person(ADMINISTRATOR, "Amparo Cenit (inventada)", Role.ADMINISTRATOR, false));

    /** Five trustees: as many as the third scene shares the seal among. */
    private static final List<Person> UNIT = List.of(
            new Person(INVESTIGATOR, "Inés Valdelirio (inventada)", Role.INVESTIGATOR, true),
            new Person("iker", "Iker Tarayes (inventado)", Role.INVESTIGATOR, true),
            new Person("pablo", "Pablo Riscal (inventado)", Role.PROSECUTOR, true),
            new Person(UNIT_ANALYST, "Mirna Zacapal (inventada)", Role.ANALYST, true),
            new Person("saul", "Saúl Piedranueva (inventado)", Role.SUPERVISOR, true),
            new Person("greta", "Greta Pasaluz (inventada)", Role.LIAISON, false),
            new Person("olga", "Olga Resguarda (inventada)", Role.PRIVACY_OFFICER, false),
            new Person("tadeo", "Tadeo Fielato (inventado)", Role.TRUSTEE, false),
            new Person("rut", "Rut Arcabuena (inventada)", Role.TRUSTEE, false),
            new Person("dimas", "Dimas Cerrojal (inventado)", Role.TRUSTEE, false),
            new Person("flora", "Flora Custodes (inventada)", Role.TRUSTEE, false),
            new Person("elias", "Elías Llavemar (inventado)", Role.TRUSTEE, false),
            new Person(UNIT_ADMINISTRATOR, "Alba Sinlectura (inventada)", Role.ADMINISTRATOR, false));

    private record Person(String signInName, String name, Role role, boolean inTeam) {}

    private DemonstrationMembers() {}

    /** All of a node's, ready to be founded. */
    public static List<Founders.Invented> of(DemonstrationNode node, byte[] secret) {
        return people(node).stream()
                .map(person -> new Founders.Invented(
                        new NewMember(new SignInName(person.signInName()), person.name(), Language.ES),
                        password(secret, person.signInName()),
                        Set.of(person.role()),
                        person.inTeam() ? Optional.of(team(node)) : Optional.empty(),
                        person.inTeam() && person.role() == Role.SUPERVISOR))
                .toList();
    }

    private static List<Person> people(DemonstrationNode node) {
        return switch (node) {
            case SHELTER -> SHELTER;
            case UNIT -> UNIT;
        };
    }

    private static String team(DemonstrationNode node) {
        return switch (node) {
            case SHELTER -> CASA_CEIBA;
            case UNIT -> UNIDAD_ESTERO;
        };
    }

    /** Four words and a number, some 26 bits: enough where nobody reaches the page from outside. */
    static String password(byte[] secret, String signInName) {
        byte[] drawn = hmac(secret, signInName);
        StringBuilder password = new StringBuilder();
        for (int word = 0; word < WORDS_IN_PASSWORD; word++) {
            password.append(WORDS.get(drawn[word] & (WORDS.size() - 1))).append('-');
        }
        return password.append(10 + (drawn[WORDS_IN_PASSWORD] & 0x3f)).toString();
    }

    private static byte[] hmac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
