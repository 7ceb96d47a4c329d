package org.fourfold.node.partnership;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.partnership.web.StaticPages;
import org.fourfold.node.registry.Attribution;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureRequest;
import org.fourfold.node.registry.FigureSeries;
import org.fourfold.node.registry.FigureShape;
import org.fourfold.node.registry.Figures;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Registry;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Room;

/** An organisation that publishes: everything real but the room whose totals it publishes, which counts a list of its own. */
final class Office implements AutoCloseable {

    static final String SERIES = "incidents:Invented Register";
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    static final FigureShape SHAPE = new FigureShape(FigureShape.Level.REGION, true);

    private final SplittableRandom random = new SplittableRandom(20261126);
    final OrganisationId organisation = OrganisationId.random(random);
    final TestDatabase test = TestDatabase.fresh();
    final Counted room = new Counted();
    String name = "Observatorio Ceiba";
    final Partnership partnership;

    final Actor administrator = member(Role.ADMINISTRATOR, Purpose.OVERSIGHT);
    final Actor overseer = member(Role.SUPERVISOR, Purpose.OVERSIGHT);
    final Actor supervisor = overseer.withPurpose(Purpose.PARTNERSHIP);
    final Actor analyst = member(Role.ANALYST, Purpose.PARTNERSHIP);
    final Actor liaison = member(Role.LIAISON, Purpose.PARTNERSHIP);

    Office() {
        var places =
                Registry.open(test.database("registry"), InstantSource.system()).places();
        List<String> spoken = List.of("partnership");
        StaticPages pages =
                new StaticPages(Messages.load(Language.EN, spoken), Messages.load(Language.ES, spoken), places);
        this.partnership = new Partnership(
                test.database("partnership"), List.of(room), pages, new Named(), InstantSource.fixed(NOW), random);
    }

    Actor member(Role role, Purpose purpose) {
        return new Actor(MemberId.random(random), role, purpose, organisation);
    }

    /** Turns publishing on, by two persons. */
    void open() {
        partnership.askPermission(administrator, PublicLicence.CC_BY_4, "oficina@ceiba.invalid");
        partnership.agreePermission(overseer);
    }

    PublicationId draft() {
        return draft(SHAPE);
    }

    PublicationId draft(FigureShape shape) {
        return partnership.draft(analyst, new DraftRequest(new FigureRequest(SERIES, shape, 2023, 2025), true));
    }

    Publication sign(Actor actor, PublicationId id) {
        return partnership.sign(
                actor, id, partnership.publication(analyst, id).orElseThrow().hash());
    }

    /** Drafts, signs twice and so releases. */
    PublicationId release() {
        PublicationId id = draft();
        var first = sign(supervisor, id);
        var second = sign(analyst, id);
        if (first.state() != Publication.State.DRAFT || second.state() != Publication.State.RELEASED) {
            throw new IllegalStateException("not released by the second signature");
        }
        return id;
    }

    Partnership.Written write(PublicationId id, Path folder) {
        return partnership.publish(analyst, Optional.of(id), folder);
    }

    /** Runs SQL as the module's own database user, acting as somebody; throws what the database refuses. */
    void asModule(Actor actor, String sql) throws SQLException {
        try (Connection connection = test.user("fourfold_partnership");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    SELECT set_config('fourfold.member', '%s', true), set_config('fourfold.role', '%s', true),
                           set_config('fourfold.purpose', '%s', true), set_config('fourfold.organisation', '%s', true)
                    """.formatted(actor.member(), actor.role(), actor.purpose(), actor.organisation()));
            statement.execute(sql);
            connection.commit();
        }
    }

    void superuser(String sql) {
        try (Connection connection = test.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        test.close();
    }

    /** One thing to count. */
    record Tallied(int year, String place, String kind, int count) {}

    /** A room with totals of its own, small ones too: it gives out only what the registry's types let pass. */
    static final class Counted implements Figures {

        private final List<Tallied> truth = new ArrayList<>();
        Optional<Attribution> attribution = Optional.empty();
        String source = "Invented Register";

        void counts(Tallied... all) {
            truth.clear();
            truth.addAll(List.of(all));
        }

        @Override
        public List<FigureSeries> offered(Actor actor) {
            return List.of(new FigureSeries(
                    SERIES, FigureSeries.Counted.INCIDENTS, source, attribution, 2020, 2026, LocalDate.of(2027, 1, 1)));
        }

        @Override
        public Optional<List<FigureCell>> totals(Actor actor, FigureRequest request) {
            return Optional.of(truth.stream()
                    .filter(one -> one.count() >= FigureCell.LEAST)
                    .map(one -> new FigureCell(
                            one.year(),
                            PlaceCode.parse(one.place()),
                            request.shape().byKind() ? one.kind() : "",
                            one.count()))
                    .toList());
        }
    }

    private final class Named implements House {

        @Override
        public String organisationName() {
            return name;
        }

        @Override
        public boolean demonstration() {
            return true;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("America/Guatemala");
        }

        @Override
        public Language language() {
            return Language.ES;
        }

        @Override
        public Set<Room> rooms() {
            return EnumSet.allOf(Room.class);
        }
    }
}
