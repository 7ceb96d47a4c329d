package org.fourfold.node.partnership;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.partnership.Publication.Signature;
import org.fourfold.node.partnership.internal.Permissions;
import org.fourfold.node.partnership.internal.Publications;
import org.fourfold.node.partnership.internal.Releases;
import org.fourfold.node.registry.FigureSeries;
import org.fourfold.node.registry.Figures;
import org.fourfold.node.shell.House;

/**
 * The partnership room's door. Analysts, liaisons and supervisors draft, read and sign for partnership; an administrator and
 * a supervisor, overseeing, turn publishing on. Each method records what was done, refusals too; a refusal is a {@link
 * RefusedException}, a fault a {@link ProblemException}.
 */
public final class Partnership {

    private static final EventType PERMISSION = new EventType("partnership.permission");
    private static final EventType DRAFTED = new EventType("partnership.drafted");
    private static final EventType LISTED = new EventType("partnership.listed");
    private static final EventType VIEWED = new EventType("partnership.viewed");
    private static final EventType SIGNED = new EventType("partnership.signed");
    private static final EventType RELEASED = new EventType("partnership.released");
    private static final EventType WITHDRAWN = new EventType("partnership.withdrawn");
    private static final EventType WRITTEN = new EventType("partnership.written");
    private static final EventType REFUSED = new EventType("partnership.refused");

    private static final Set<Role> PUBLISHERS = Set.copyOf(EnumSet.of(Role.ANALYST, Role.LIAISON, Role.SUPERVISOR));
    private static final Set<Role> WITHDRAWERS = Set.copyOf(EnumSet.of(Role.LIAISON, Role.SUPERVISOR));
    private static final Set<Role> PERMITTERS = Set.copyOf(EnumSet.of(Role.ADMINISTRATOR, Role.SUPERVISOR));

    private final Database database;
    private final Drafting drafting;
    private final PublicPages pages;
    private final House house;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Partnership(
            Database database,
            List<Figures> figures,
            PublicPages pages,
            House house,
            InstantSource clock,
            RandomGenerator random) {
        this.database = database;
        this.drafting = new Drafting(figures, house, clock);
        this.pages = pages;
        this.house = house;
        this.clock = clock;
        this.random = random;
    }

    /** Whether a role may take a publication back; decides buttons, never access. */
    public static boolean mayWithdraw(Role role) {
        return WITHDRAWERS.contains(role);
    }

    /** The permission that is asked for or on; empty when publishing is off. */
    public Optional<Permission> permission(Actor actor) {
        if (actor.purpose() == Purpose.OVERSIGHT) {
            require(actor, Purpose.OVERSIGHT, PERMITTERS);
        } else {
            require(actor, Purpose.PARTNERSHIP, PUBLISHERS);
        }
        return database.read(actor, tx -> {
            tx.record(Event.of(VIEWED).detail("permission"));
            return Permissions.current(tx);
        });
    }

    /** Asks that publishing be turned on. It stays off until somebody in the other of the two roles agrees. */
    public void askPermission(Actor actor, PublicLicence licence, String contact) {
        require(actor, Purpose.OVERSIGHT, PERMITTERS);
        String line = contact.strip();
        if (line.length() > Permission.CONTACT_LENGTH_MAX || line.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(Problem.inField("partnership.contact-form", "contact"));
        }
        database.write(actor, tx -> {
            Permissions.queue(tx);
            if (Permissions.current(tx).isPresent()) {
                throw new ProblemException(Problem.of("partnership.permission-there"));
            }
            UUID id = RandomIds.uuid(random);
            Permissions.ask(tx, actor, id, licence, line, clock.instant());
            tx.record(Event.of(PERMISSION).about(id).detail("asked"));
            return id;
        });
    }

    /** Turns publishing on: the second of two persons, the other of two roles. */
    public void agreePermission(Actor actor) {
        require(actor, Purpose.OVERSIGHT, PERMITTERS);
        database.write(actor, tx -> {
            Permissions.queue(tx);
            Permission asked = Permissions.current(tx)
                    .filter(current -> !current.isOn())
                    .orElseThrow(() -> new ProblemException(Problem.of("partnership.permission-not-asked")));
            if (!asked.mayAgree(actor.member(), actor.role())) {
                throw new ProblemException(Problem.of("partnership.permission-other-person"));
            }
            Permissions.agree(tx, actor, asked, clock.instant());
            tx.record(Event.of(PERMISSION).about(asked.id()).detail("on"));
            return 0;
        });
    }

    /** Turns publishing off, or takes the question back. One person is enough. */
    public void endPermission(Actor actor) {
        require(actor, Purpose.OVERSIGHT, PERMITTERS);
        database.write(actor, tx -> {
            Permissions.queue(tx);
            Permission current = Permissions.current(tx)
                    .orElseThrow(() -> new ProblemException(Problem.of("partnership.permission-not-asked")));
            Permissions.end(tx, actor, current, clock.instant());
            tx.record(Event.of(PERMISSION).about(current.id()).detail("off"));
            return 0;
        });
    }

    /** The series that a draft can be made of, with at least one whole year. */
    public List<FigureSeries> offered(Actor actor) {
        require(actor, Purpose.PARTNERSHIP, PUBLISHERS);
        return drafting.offered(actor);
    }

    /** Makes a draft: exactly what would be published. Nothing of it is public before two persons signed it. */
    public PublicationId draft(Actor actor, DraftRequest request) {
        require(actor, Purpose.PARTNERSHIP, PUBLISHERS);
        Drafting.Counted counted = drafting.count(actor, request);
        PublicationId id = PublicationId.random(random);
        return database.write(actor, tx -> {
            Permission permission = requirePermission(tx);
            Edition edition = drafting.edition(tx, permission, request, counted);
            Publications.keep(tx, actor, id, permission, edition, clock.instant());
            tx.record(Event.of(DRAFTED).about(id.value()).count(edition.cells().size()));
            return id;
        });
    }

    /** A page of publications, newest first, without their figures. */
    public Slice<Publication> publications(Actor actor, Optional<PublicationId> after) {
        require(actor, Purpose.PARTNERSHIP, PUBLISHERS);
        return database.read(actor, tx -> {
            Slice<Publication> page = Publications.page(tx, after);
            tx.record(Event.of(LISTED).count(page.rows().size()));
            return page;
        });
    }

    /** One publication, whole. */
    public Optional<Publication> publication(Actor actor, PublicationId id) {
        require(actor, Purpose.PARTNERSHIP, PUBLISHERS);
        return database.read(actor, tx -> {
            tx.record(Event.of(VIEWED).about(id.value()).detail("publication"));
            return Publications.find(tx, id).map(Partnership::whole);
        });
    }

    /**
     * Signs a draft. With a supervisor's signature and that of a liaison or an analyst, two persons, it is released.
     *
     * @param hash of what was read: what it says of itself now must be the same
     */
    public Publication sign(Actor actor, PublicationId id, String hash) {
        require(actor, Purpose.PARTNERSHIP, PUBLISHERS);
        return database.write(actor, tx -> {
            Permissions.queue(tx);
            requirePermission(tx);
            Publication draft = find(tx, id);
            if (!draft.hash().equals(hash)) {
                throw new ProblemException(Problem.of("partnership.other-content"));
            }
            if (!draft.awaits(actor.member(), actor.role())) {
                throw new ProblemException(Problem.of("partnership.not-yours-to-sign"));
            }
            Releases.Moment now = now();
            Releases.sign(tx, actor, draft, now.instant());
            tx.record(Event.of(SIGNED).about(id.value()).detail(hash));
            List<Signature> all = new ArrayList<>(draft.signatures());
            all.add(new Signature(actor.member(), actor.role(), now.instant()));
            releaseIfSigned(tx, actor, draft, all, now);
            return find(tx, id);
        });
    }

    private static void releaseIfSigned(
            Tx tx, Actor actor, Publication draft, List<Signature> all, Releases.Moment now) {
        Optional<Signature> supervisor =
                all.stream().filter(one -> one.role() == Role.SUPERVISOR).findFirst();
        Optional<Signature> second =
                all.stream().filter(one -> one.role() != Role.SUPERVISOR).findFirst();
        if (supervisor.isPresent() && second.isPresent()) {
            Releases.release(tx, actor, draft, supervisor.get(), second.get(), now);
            tx.record(Event.of(RELEASED).about(draft.id().value()).detail(draft.hash()));
        }
    }

    /** Takes a released publication back. Its figures still bind later editions: copies of it cannot be called back. */
    public void withdraw(Actor actor, PublicationId id, Publication.Reason reason) {
        require(actor, Purpose.PARTNERSHIP, WITHDRAWERS);
        database.write(actor, tx -> {
            if (find(tx, id).state() != Publication.State.RELEASED) {
                throw new ProblemException(Problem.of("partnership.not-released"));
            }
            Releases.withdraw(tx, actor, id, reason, now());
            tx.record(Event.of(WITHDRAWN).about(id.value()).detail(reason.name().toLowerCase(java.util.Locale.ROOT)));
            return 0;
        });
    }

    /**
     * Writes a released publication into a folder that is new or empty, for any host. A withdrawn one writes a notice.
     *
     * @param wanted which; empty for the one released last
     * @return what was written
     */
    public Written publish(Actor actor, Optional<PublicationId> wanted, Path folder) {
        require(actor, Purpose.PARTNERSHIP, PUBLISHERS);
        Publication publication = database.read(actor, tx -> {
            PublicationId id = wanted.or(() -> Releases.newest(tx))
                    .orElseThrow(() -> new ProblemException(Problem.of("partnership.not-released")));
            Publication found = find(tx, id);
            if (found.releasedOn().isEmpty()) {
                throw new ProblemException(Problem.of("partnership.not-released"));
            }
            // The notice that something was taken back may go out even after publishing was turned off.
            if (found.state() == Publication.State.RELEASED) {
                requirePermission(tx);
            }
            tx.record(Event.of(WRITTEN).about(id.value()).detail(found.hash()));
            return found;
        });
        SortedMap<String, byte[]> files = pages.of(publication);
        PublicFolder.write(folder, files);
        return new Written(publication.id(), publication.state(), files.size());
    }

    /** What was written into a folder. */
    public record Written(PublicationId id, Publication.State state, int files) {}

    private static Publication find(Tx tx, PublicationId id) {
        return Publications.find(tx, id)
                .map(Partnership::whole)
                .orElseThrow(() -> new ProblemException(Problem.of("partnership.unknown")));
    }

    /** What was kept must be what was signed: a cell added or changed behind the program's back is found here. */
    private static Publication whole(Publication publication) {
        if (!publication.edition().hash().equals(publication.hash())) {
            throw new ProblemException(Problem.of("partnership.altered"));
        }
        return publication;
    }

    private Releases.Moment now() {
        var instant = clock.instant();
        return new Releases.Moment(instant, instant.atZone(house.zone()).toLocalDate());
    }

    private static Permission requirePermission(Tx tx) {
        return Permissions.current(tx)
                .filter(Permission::isOn)
                .orElseThrow(() -> new ProblemException(Problem.of("partnership.off")));
    }

    private void require(Actor actor, Purpose purpose, Set<Role> roles) {
        if (actor.purpose() == purpose && roles.contains(actor.role())) {
            return;
        }
        String reason = actor.purpose() == purpose ? "role" : "purpose";
        database.read(actor, tx -> {
            tx.record(Event.of(REFUSED).detail(reason));
            return 0;
        });
        throw new RefusedException(reason);
    }
}
