package org.fourfold.node.ground;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;

/**
 * What the first start asked: kept as {@code node.properties} in the home, UTF-8, readable by people. Unknown keys are
 * refused, for a misspelt key would silently do nothing.
 *
 * @param organisationName as shown on every page, 1 to 120 characters
 * @param zone decides which day a legal term falls on
 * @param language what a visitor sees who has not chosen
 */
public record NodeConfiguration(
        NodeKind kind, OrganisationId organisation, String organisationName, ZoneId zone, Language language) {

    public static final int NAME_LENGTH_MAX = 120;

    private static final long FILE_BYTES_MAX = 64 * 1024;

    private static final String KIND = "kind";
    private static final String ORGANISATION_ID = "organisation.id";
    private static final String ORGANISATION_NAME = "organisation.name";
    private static final String ZONE = "zone";
    private static final String LANGUAGE = "language";
    private static final Set<String> KEYS = Set.of(KIND, ORGANISATION_ID, ORGANISATION_NAME, ZONE, LANGUAGE);

    public NodeConfiguration {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(language, "language");
        organisationName = organisationName.strip();
        if (organisationName.isEmpty() || organisationName.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("an organisation has a name");
        }
    }

    /** Reads the home's file; empty before the first start has asked. */
    public static Optional<NodeConfiguration> read(Home home) {
        Path file = home.configuration();
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw unreadable();
            }
            return Optional.of(parse(Files.readString(file)));
        } catch (MalformedInputException e) {
            throw unreadable();
        } catch (IOException e) {
            throw StorageFault.problem(e, file);
        }
    }

    /** Reads the text of a {@code node.properties}; throws with all its faults at once. */
    static NodeConfiguration parse(String text) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
        Problems problems = new Problems();
        for (String key : new TreeSet<>(read.stringPropertyNames())) {
            if (!KEYS.contains(key)) {
                problems.add(
                        Problem.inField("ground.configuration-unknown", key).with("key", key));
            }
        }
        var kind = value(read, KIND, problems, code -> NodeKind.find(code).orElseThrow());
        var organisation = value(read, ORGANISATION_ID, problems, OrganisationId::parse);
        var name = value(read, ORGANISATION_NAME, problems, NodeConfiguration::checkedName);
        var zone = value(read, ZONE, problems, ZoneId::of);
        var language = value(read, LANGUAGE, problems, NodeConfiguration::language);
        problems.throwIfAny();
        return new NodeConfiguration(
                kind.orElseThrow(),
                organisation.orElseThrow(),
                name.orElseThrow(),
                zone.orElseThrow(),
                language.orElseThrow());
    }

    /** Writes the file beside and renames it, so that it is never half-written. */
    public void write(Home home) {
        Path file = home.configuration();
        Path beside = file.resolveSibling(file.getFileName() + "-new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, Unix.rights("rw-------"));
            Files.writeString(beside, text());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Unix.flush(home.path());
        } catch (IOException e) {
            throw StorageFault.problem(e, file);
        }
    }

    private String text() {
        Properties written = new Properties();
        written.setProperty(KIND, kind.code());
        written.setProperty(ORGANISATION_ID, organisation.toString());
        written.setProperty(ORGANISATION_NAME, organisationName);
        written.setProperty(ZONE, zone.getId());
        written.setProperty(LANGUAGE, language.tag());
        StringWriter text = new StringWriter();
        try {
            written.store(text, "What this node is. Written by the first start; read at each start.");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static <T> Optional<T> value(Properties read, String key, Problems problems, Function<String, T> parse) {
        String text = read.getProperty(key);
        if (text == null || text.isBlank()) {
            problems.add(Problem.inField("ground.configuration-missing", key).with("key", key));
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text.strip()));
        } catch (DateTimeException | IllegalArgumentException | java.util.NoSuchElementException e) {
            problems.add(Problem.inField("ground.configuration-invalid", key).with("key", key));
            return Optional.empty();
        }
    }

    private static String checkedName(String text) {
        if (text.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }

    private static Language language(String tag) {
        for (Language each : Language.values()) {
            if (each.tag().equals(tag)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no such language");
    }

    private static ProblemException unreadable() {
        return new ProblemException(Problem.of("ground.configuration-unreadable"));
    }
}
