package org.fourfold.node.prosecution.tables;

import static org.fourfold.node.prosecution.tables.ColumnRole.*;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.prosecution.tables.ColumnGuess.Strength;
import org.fourfold.node.prosecution.tables.PropertyMapping.Source;

/**
 * A mapping filled in from guesses: calls, payments, stays, vehicles, companies and persons, each where its columns are
 * there. It claims no tie that the table does not say: a plate in a person's row is a link of unknown kind, no ownership.
 */
final class DraftMapping {

    private static final String SEVERAL_PHONES = ";/";

    private final Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
    private final Map<String, EntityMapping> entities = new LinkedHashMap<>();

    private DraftMapping(List<ColumnGuess> guesses) {
        for (ColumnGuess guess : guesses) {
            if (guess.strength() != Strength.AGAINST) {
                guess.role().ifPresent(role -> columns.putIfAbsent(role, guess.name()));
            }
        }
    }

    static Mapping of(List<ColumnGuess> guesses, Optional<String> sheet, int headerRow) {
        DraftMapping draft = new DraftMapping(guesses);
        draft.draw();
        return new Mapping(
                "", sheet, headerRow, Optional.empty(), Optional.empty(), Optional.empty(), false, draft.entities);
    }

    private void draw() {
        if (has(CALLER) && has(RECEIVER)) {
            calls();
        } else if (has(PAYER) || has(BENEFICIARY)) {
            payments();
        }
        boolean person = person();
        boolean company = company();
        if (has(PLATE)) {
            vehicle(person);
        }
        if (has(ROOM) || has(DATE_FROM)) {
            stay(person);
        }
        if (has(ACCOUNT) && !entities.containsKey("payment")) {
            account(person, company);
        }
    }

    private void calls() {
        entities.put("caller", new EntityMapping("LegalEntity", keys(CALLER), Optional.empty(), just("phone", CALLER)));
        entities.put(
                "receiver",
                new EntityMapping("LegalEntity", keys(RECEIVER), Optional.empty(), just("phone", RECEIVER)));
        Map<String, PropertyMapping> call = new LinkedHashMap<>();
        call.put("caller", PropertyMapping.entity("caller").needed());
        call.put("receiver", PropertyMapping.entity("receiver").needed());
        put(call, "callerNumber", CALLER);
        put(call, "receiverNumber", RECEIVER);
        when(call, "date");
        put(call, "duration", DURATION);
        entities.put("call", once("Call", call));
    }

    private void payments() {
        Map<String, PropertyMapping> payment = new LinkedHashMap<>();
        for (ColumnRole side : List.of(PAYER, BENEFICIARY)) {
            if (has(side)) {
                String name = side == PAYER ? "payer" : "beneficiary";
                entities.put(name, new EntityMapping("LegalEntity", keys(side), Optional.empty(), just("name", side)));
                payment.put(name, PropertyMapping.entity(name));
            }
        }
        if (has(ACCOUNT)) {
            entities.put("account", bankAccount());
            payment.put("payerAccount", PropertyMapping.entity("account"));
        }
        put(payment, "amount", AMOUNT);
        put(payment, "currency", CURRENCY);
        put(payment, "purpose", PURPOSE);
        when(payment, "date");
        entities.put("payment", once("Payment", payment));
    }

    /** A day and a time in two columns are one date. */
    private void when(Map<String, PropertyMapping> properties, String property) {
        if (has(DATE) && has(TIME)) {
            properties.put(
                    property,
                    PropertyMapping.of(new Source.Columns(List.of(column(DATE), column(TIME)), Optional.of(" "))));
        } else {
            put(properties, property, DATE);
        }
    }

    private boolean person() {
        Map<String, PropertyMapping> person = new LinkedHashMap<>();
        List<ColumnRole> parts = List.of(FIRST_NAME, FULL_NAME, LAST_NAME, SECOND_SURNAME).stream()
                .filter(this::has)
                .toList();
        if (parts.size() == 1) {
            put(person, "name", parts.getFirst());
        } else if (parts.size() > 1) {
            List<String> names = parts.stream().map(this::column).toList();
            person.put("name", PropertyMapping.of(new Source.Columns(names, Optional.of(" "))));
            put(person, "firstName", has(FIRST_NAME) ? FIRST_NAME : FULL_NAME);
            put(person, "lastName", LAST_NAME);
            put(person, "motherName", SECOND_SURNAME);
        }
        put(person, "alias", ALIAS);
        put(person, "idNumber", ID_NUMBER);
        put(person, "passportNumber", PASSPORT);
        put(person, "taxNumber", TAX_NUMBER);
        put(person, "birthDate", BIRTH_DATE);
        put(person, "gender", GENDER);
        put(person, "nationality", NATIONALITY);
        put(person, "country", COUNTRY);
        if (has(PHONE)) {
            person.put("phone", PropertyMapping.column(column(PHONE)).splitAt(SEVERAL_PHONES));
        }
        put(person, "email", EMAIL);
        put(person, "address", ADDRESS);
        put(person, "position", OCCUPATION);
        put(person, "notes", NOTES);
        boolean somebody = !parts.isEmpty() || has(ID_NUMBER) || has(PASSPORT) || (has(PHONE) && !has(COMPANY));
        if (somebody) {
            entities.put("person", new EntityMapping("Person", personKeys(parts), Optional.empty(), person));
        }
        return somebody;
    }

    /** A document makes a person the one they are; where there is none, the name with what stands beside it. */
    private List<String> personKeys(List<ColumnRole> names) {
        if (has(ID_NUMBER)) {
            return names.isEmpty() ? keys(ID_NUMBER) : List.of(column(names.getFirst()), column(ID_NUMBER));
        }
        if (names.isEmpty()) {
            return keys(has(PASSPORT) ? PASSPORT : PHONE);
        }
        List<ColumnRole> all = new java.util.ArrayList<>(names);
        List.of(BIRTH_DATE, PASSPORT).stream().filter(this::has).forEach(all::add);
        return all.stream().map(this::column).toList();
    }

    private boolean company() {
        if (!has(COMPANY)) {
            return false;
        }
        Map<String, PropertyMapping> company = just("name", COMPANY);
        if (!entities.containsKey("person")) {
            put(company, "taxNumber", TAX_NUMBER);
            put(company, "phone", PHONE);
            put(company, "email", EMAIL);
            put(company, "address", ADDRESS);
        }
        entities.put("company", new EntityMapping("Company", keys(COMPANY), Optional.empty(), company));
        return true;
    }

    private void vehicle(boolean person) {
        Map<String, PropertyMapping> vehicle = just("registrationNumber", PLATE);
        put(vehicle, "model", VEHICLE);
        entities.put("vehicle", new EntityMapping("Vehicle", keys(PLATE), Optional.empty(), vehicle));
        if (person) {
            link("vehicle", PLATE);
        }
    }

    private void stay(boolean person) {
        Map<String, PropertyMapping> stay = new LinkedHashMap<>();
        if (has(ROOM)) {
            stay.put("name", PropertyMapping.of(new Source.Template(column(ROOM) + " {" + column(ROOM) + "}")));
        }
        put(stay, "startDate", has(DATE_FROM) ? DATE_FROM : DATE);
        put(stay, "endDate", DATE_TO);
        if (person) {
            stay.put("involved", PropertyMapping.entity("person").needed());
        }
        entities.put("stay", once("Event", stay));
    }

    private void account(boolean person, boolean company) {
        entities.put("account", bankAccount());
        if (person || company) {
            link("account", ACCOUNT);
        }
    }

    private EntityMapping bankAccount() {
        Map<String, PropertyMapping> account = just("accountNumber", ACCOUNT);
        put(account, "bankName", BANK);
        put(account, "iban", IBAN);
        return new EntityMapping("BankAccount", keys(ACCOUNT), Optional.empty(), account);
    }

    /** That the row names both; what ties them the table does not say. */
    private void link(String to, ColumnRole why) {
        Map<String, PropertyMapping> link = new LinkedHashMap<>();
        String from = entities.containsKey("person") ? "person" : "company";
        link.put("subject", PropertyMapping.entity(from).needed());
        link.put("object", PropertyMapping.entity(to).needed());
        link.put("role", PropertyMapping.of(new Source.Literal(column(why))));
        entities.put(from + "-" + to, once("UnknownLink", link));
    }

    private static EntityMapping once(String schema, Map<String, PropertyMapping> properties) {
        return new EntityMapping(schema, List.of(EntityMapping.ROW), Optional.empty(), properties);
    }

    private boolean has(ColumnRole role) {
        return columns.containsKey(role);
    }

    private String column(ColumnRole role) {
        return java.util.Objects.requireNonNull(columns.get(role));
    }

    private List<String> keys(ColumnRole role) {
        return List.of(column(role));
    }

    private void put(Map<String, PropertyMapping> into, String property, ColumnRole role) {
        if (has(role)) {
            into.put(property, PropertyMapping.column(column(role)));
        }
    }

    private Map<String, PropertyMapping> just(String property, ColumnRole role) {
        Map<String, PropertyMapping> properties = new LinkedHashMap<>();
        put(properties, property, role);
        return properties;
    }
}
