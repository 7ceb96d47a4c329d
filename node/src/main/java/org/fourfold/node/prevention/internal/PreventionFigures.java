package org.fourfold.node.prevention.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.registry.Attribution;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureRequest;
import org.fourfold.node.registry.FigureSeries;
import org.fourfold.node.registry.Figures;

/**
 * What prevention offers to be published: incidents and published counts, by whole year, place and kind. The database itself
 * leaves out every total below {@link FigureCell#LEAST}.
 */
public final class PreventionFigures implements Figures {

    private static final EventType TOTALS = new EventType("prevention.totals");
    private static final EventType REFUSED = new EventType("prevention.refused");
    private static final Set<Role> READERS = Set.copyOf(EnumSet.of(Role.ANALYST, Role.SUPERVISOR, Role.LIAISON));

    private static final Attribution CBP = new Attribution(
            "U.S. Customs and Border Protection (CBP)", "Public domain (17 U.S.C. § 105)", "https://www.cbp.gov");

    /** The sources whose terms allow figures made from them, with whom they ask to be named (NOTICE lists them too). */
    private static final Map<String, Attribution> KNOWN = Map.of(
            "IOM Missing Migrants Project",
            new Attribution(
                    "Missing Migrants Project, International Organization for Migration (IOM)",
                    "CC BY 4.0",
                    "https://missingmigrants.iom.int"),
            "SESNSP",
            new Attribution(
                    "Secretariado Ejecutivo del Sistema Nacional de Seguridad Pública (SESNSP), México",
                    "Términos de Libre Uso MX",
                    "https://www.gob.mx/sesnsp"),
            "U.S. Customs and Border Protection",
            CBP,
            "U.S. Border Patrol",
            CBP);

    private final Database database;

    public PreventionFigures(Database database) {
        this.database = database;
    }

    @Override
    public List<FigureSeries> offered(Actor actor) {
        return database.read(reader(actor), tx -> {
            List<FigureSeries> all = Stream.concat(
                            YearTotals.incidentSeries(tx, KNOWN).stream(), YearTotals.countSeries(tx, KNOWN).stream())
                    .toList();
            tx.record(Event.of(TOTALS).count(all.size()).detail("offered"));
            return all;
        });
    }

    @Override
    public Optional<List<FigureCell>> totals(Actor actor, FigureRequest request) {
        Optional<List<FigureCell>> cells = database.read(reader(actor), tx -> {
            Optional<List<FigureCell>> found = YearTotals.of(tx, request);
            tx.record(Event.of(TOTALS).count(found.map(List::size).orElse(0)).detail("cells"));
            return found;
        });
        if (cells.isPresent() && cells.get().size() > CELLS_MAX) {
            throw new ProblemException(
                    Problem.of("prevention.too-many-totals").with("max", Integer.toString(CELLS_MAX)));
        }
        return cells;
    }

    /** Whoever publishes counts for prevention; another role is refused, and that is recorded. */
    private Actor reader(Actor actor) {
        Actor reader = actor.withPurpose(Purpose.PREVENTION);
        if (actor.purpose() != Purpose.PARTNERSHIP || !READERS.contains(actor.role())) {
            String reason = actor.purpose() == Purpose.PARTNERSHIP ? "role" : "purpose";
            database.read(reader, tx -> {
                tx.record(Event.of(REFUSED).detail(reason));
                return 0;
            });
            throw new RefusedException(reason);
        }
        return reader;
    }
}
