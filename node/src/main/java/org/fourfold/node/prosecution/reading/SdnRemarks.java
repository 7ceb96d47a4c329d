package org.fourfold.node.prosecution.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last column of the Treasury's table: statements parted by semicolons, each beginning with what it is. Each becomes one
 * claim whose original is the statement as it stood; one that is not understood, or that does not fit the kind of thing, is a
 * note. Nothing is left out.
 */
final class SdnRemarks {

    private static final String COLUMN = "Remarks";
    private static final Pattern QUOTED = Pattern.compile("'(.+)'(?: \\(.*\\))?");
    private static final Pattern BEHIND_NUMBER =
            Pattern.compile("(?:\\s*\\([^)]*\\))?(?:\\s+(?:issued|expires)\\s.*)?$");
    private static final Pattern WALLET = Pattern.compile("Digital Currency Address - ([A-Z0-9]{2,8}) (\\S+)");

    /** How a statement begins, the property it is, and how its value is read; the first that fits is taken. */
    private record Rule(String beginning, String property, How how) {}

    private enum How {
        NAME,
        DATE,
        COUNTRY,
        NUMBER,
        GENDER,
        TEXT
    }

    private static final List<Rule> RULES = List.of(
            new Rule("a.k.a. ", "alias", How.NAME),
            new Rule("n.k.a. ", "alias", How.NAME),
            new Rule("f.k.a. ", "previousName", How.NAME),
            new Rule("DOB ", "birthDate", How.DATE),
            new Rule("POB ", "birthPlace", How.TEXT),
            new Rule("nationality ", "nationality", How.COUNTRY),
            new Rule("citizen ", "citizenship", How.COUNTRY),
            new Rule("Gender ", "gender", How.GENDER),
            new Rule("Passport ", "passportNumber", How.NUMBER),
            new Rule("National ID No. ", "idNumber", How.NUMBER),
            new Rule("Cedula No. ", "idNumber", How.NUMBER),
            new Rule("Cedula de Ciudadania ", "idNumber", How.NUMBER),
            new Rule("C.U.R.P. ", "idNumber", How.NUMBER),
            new Rule("D.N.I. ", "idNumber", How.NUMBER),
            new Rule("Personal ID Card ", "idNumber", How.NUMBER),
            new Rule("Identification Number IMO ", "imoNumber", How.NUMBER),
            new Rule("Identification Number ", "idNumber", How.NUMBER),
            new Rule("SSN ", "socialSecurityNumber", How.NUMBER),
            new Rule("Tax ID No. ", "taxNumber", How.NUMBER),
            new Rule("R.F.C. ", "taxNumber", How.NUMBER),
            new Rule("NIT # ", "taxNumber", How.NUMBER),
            new Rule("RUC # ", "taxNumber", How.NUMBER),
            new Rule("RTN ", "taxNumber", How.NUMBER),
            new Rule("V.A.T. Number ", "vatCode", How.NUMBER),
            new Rule("Registration Number ", "registrationNumber", How.NUMBER),
            new Rule("Registration ID ", "registrationNumber", How.NUMBER),
            new Rule("Business Registration Number ", "registrationNumber", How.NUMBER),
            new Rule("Business Number ", "registrationNumber", How.NUMBER),
            new Rule("Commercial Registry Number ", "registrationNumber", How.NUMBER),
            new Rule("Company Number ", "registrationNumber", How.NUMBER),
            new Rule("Economic Register Number (CBLS) ", "registrationNumber", How.NUMBER),
            new Rule("Folio Mercantil No. ", "registrationNumber", How.NUMBER),
            new Rule("Matricula Mercantil No ", "registrationNumber", How.NUMBER),
            new Rule("C.R. No. ", "registrationNumber", How.NUMBER),
            new Rule("Trade License No. ", "licenseNumber", How.NUMBER),
            new Rule("License ", "licenseNumber", How.NUMBER),
            new Rule("Unified Social Credit Code (USCC) ", "uscCode", How.NUMBER),
            new Rule("Legal Entity Number ", "leiCode", How.NUMBER),
            new Rule("Vessel Registration Identification IMO ", "imoNumber", How.NUMBER),
            new Rule("MMSI ", "mmsi", How.NUMBER),
            new Rule("Aircraft Tail Number ", "registrationNumber", How.NUMBER),
            new Rule("Aircraft Manufacturer's Serial Number (MSN) ", "serialNumber", How.NUMBER),
            new Rule("Aircraft Model ", "model", How.TEXT),
            new Rule("Aircraft Manufacture Date ", "buildDate", How.DATE),
            new Rule("Email Address ", "email", How.TEXT),
            new Rule("Phone Number ", "phone", How.TEXT),
            new Rule("Website ", "website", How.TEXT),
            new Rule("Organization Established Date ", "incorporationDate", How.DATE));

    private final FtmModel model;
    private final CountryNames countries;
    private final String schema;
    private final long row;
    private final List<ReadClaim> claims = new ArrayList<>();
    private final List<ReadClaim> keys = new ArrayList<>();
    private final List<ReadClaim> currencies = new ArrayList<>();

    SdnRemarks(FtmModel model, CountryNames countries, String schema, long row) {
        this.model = model;
        this.countries = countries;
        this.schema = schema;
        this.row = row;
    }

    void read(String remarks) {
        String whole = remarks.endsWith(".") ? remarks.substring(0, remarks.length() - 1) : remarks;
        for (String part : whole.split(";", -1)) {
            String statement = part.strip();
            if (!statement.isEmpty()) {
                statement(statement);
            }
        }
    }

    List<ReadClaim> claims() {
        return claims;
    }

    /** The addresses of digital currency, each a wallet that the entity holds. */
    List<ReadEntity> wallets(String holder) {
        List<ReadEntity> wallets = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<ReadClaim> about =
                    List.of(keys.get(i), currencies.get(i), ReadClaim.of("holder", holder, "ent_num", row));
            wallets.add(new ReadEntity(holder + "-wallet-" + (i + 1), "CryptoWallet", about, row));
        }
        return wallets;
    }

    private void statement(String statement) {
        String bare = statement.startsWith("alt. ") ? statement.substring("alt. ".length()) : statement;
        Matcher wallet = WALLET.matcher(bare);
        if (wallet.matches()) {
            keys.add(new ReadClaim("publicKey", wallet.group(2), statement, COLUMN, row, ""));
            currencies.add(new ReadClaim("currencySymbol", wallet.group(1), statement, COLUMN, row, ""));
            return;
        }
        for (Rule rule : RULES) {
            if (bare.startsWith(rule.beginning())
                    && model.property(schema, rule.property()).isPresent()) {
                Optional<String> value =
                        value(rule.how(), bare.substring(rule.beginning().length()));
                if (value.filter(text -> !text.isBlank()).isPresent()) {
                    claims.add(new ReadClaim(rule.property(), value.get(), statement, COLUMN, row, ""));
                    return;
                }
            }
        }
        claims.add(ReadClaim.of("notes", statement, COLUMN, row));
    }

    private Optional<String> value(How how, String text) {
        return switch (how) {
            case NAME -> {
                Matcher quoted = QUOTED.matcher(text);
                yield quoted.matches() ? Optional.of(quoted.group(1)) : Optional.empty();
            }
            case DATE -> EnglishDates.iso(text);
            case COUNTRY -> countries.code(text);
            case NUMBER ->
                Optional.of(BEHIND_NUMBER.matcher(text).replaceFirst("").strip());
            case GENDER ->
                switch (text) {
                    case "Male" -> Optional.of("male");
                    case "Female" -> Optional.of("female");
                    default -> Optional.empty();
                };
            case TEXT -> Optional.of(text);
        };
    }
}
