package org.fourfold.node.traces;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.access.internal.KeptPosts;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.OverrideFact;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Arrived;
import org.fourfold.node.protection.Bed;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.DecisionThreshold;
import org.fourfold.node.protection.DemandId;
import org.fourfold.node.protection.ElementFinding;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.HtcdsReport;
import org.fourfold.node.protection.IdentificationDecision;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.LawyersAnswer;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.protection.Note;
import org.fourfold.node.protection.NoteDraft;
import org.fourfold.node.protection.NoteId;
import org.fourfold.node.protection.NoteWriting;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.OverrideWish;
import org.fourfold.node.protection.Placing;
import org.fourfold.node.protection.PlanEntry;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.Relative;
import org.fourfold.node.protection.Replies;
import org.fourfold.node.protection.Screening;
import org.fourfold.node.protection.ScreeningId;
import org.fourfold.node.protection.ScreeningInstrument;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.ShelterRoom;
import org.fourfold.node.protection.Sign;
import org.fourfold.node.protection.Sound;
import org.fourfold.node.protection.TraffickingElement;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.When;
import org.fourfold.node.registry.Htcds;
import org.fourfold.node.registry.Organisation;

/** Somebody whose words are all canaries, told through the façades in every way in which a file comes to hold words. */
final class PersonInCare {

    /** Random strings of one person (T8). */
    static final int CANARIES = 64;

    /** Letters that are no one's name, before random digits: long enough to occur nowhere by chance. */
    static final String SIGN = "qzka";

    private final Facades house;
    private final Map<String, Actor> members;
    private final RandomGenerator random;
    private final Supplier<String> word;
    final List<String> canaries = new ArrayList<>();
    private CaseFileId file = new CaseFileId(new java.util.UUID(0, 0));

    PersonInCare(Refuge refuge, Map<String, Actor> members) {
        this(refuge.facades(), members, Refuge.RANDOM, () -> SIGN + "%016x".formatted(Refuge.RANDOM.nextLong()));
    }

    /**
     * One whose every word is the next of the words.
     *
     * @param random draws the identifiers that a form brings along
     */
    PersonInCare(Facades house, Map<String, Actor> members, RandomGenerator random, Supplier<String> word) {
        this.house = house;
        this.members = members;
        this.random = random;
        this.word = word;
    }

    CaseFileId file() {
        return file;
    }

    private Actor actor(String name) {
        return java.util.Objects.requireNonNull(members.get(name));
    }

    private String canary() {
        String canary = word.get();
        canaries.add(canary);
        return canary;
    }

    private String words(int count) {
        return Stream.generate(this::canary).limit(count).collect(Collectors.joining(" "));
    }

    private Answers answers(Question question, int count) {
        Map<String, List<String>> form = new HashMap<>();
        question.fields().stream()
                .filter(field -> field.kind() == Field.Kind.WORDS)
                .forEach(field -> form.put(field.formName(), List.of(words(count))));
        return Answers.parse(question, form);
    }

    /** Answers the first questions and goes no further for now. */
    PersonInCare begin() {
        OpeningId opening = house.protection().begin(actor("clara"));
        for (Question question : Question.values()) {
            house.protection().keep(actor("clara"), opening, answers(question, 2));
        }
        file = new CaseFileId(opening.value());
        return this;
    }

    /** Has the form kept that was sent too late. */
    PersonInCare sendTooLate(String path) {
        String address = "/files/" + path.replace("ID", file.toString());
        assert house.kept().keep(actor("clara").member(), address, List.of(new KeptPosts.Field("text", words(2))));
        return this;
    }

    /** Becomes a case file, and more and more is told. */
    void goOn() {
        Actor clara = actor("clara");
        house.protection().open(clara, new OpeningId(file.value()));
        for (Question question : Question.values()) {
            house.protection().answer(clara, file, question, answers(question, 2));
        }
        tellInTheFile();
    }

    /** Comes from another system, told in a cell of every column that the standard knows and in one that it does not. */
    void comeFromElsewhere() {
        List<String> columns = new ArrayList<>(
                Htcds.shipped().fields().stream().map(Htcds.Field::name).toList());
        columns.add("Observaciones");
        String table = String.join(",", columns) + "\n"
                + columns.stream().map(column -> canary()).collect(Collectors.joining(",")) + "\n";
        try {
            HtcdsReport report = house.protection()
                    .importHtcds(
                            actor("clara"), new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), false);
            assert report.accepted() == 1 : report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file = house.protection().own(actor("clara")).getFirst().id();
        tellInTheFile();
    }

    private void tellInTheFile() {
        Actor clara = actor("clara");
        NoteId note = NoteId.random(random);
        NoteWriting first = house.protection().writeNote(clara, file, note, 0, words(2));
        NoteWriting second = house.protection().writeNote(clara, file, note, 1, words(2));
        assert first instanceof NoteWriting.Written && second instanceof NoteWriting.Written;
        house.protection().strikeNote(clara, file, note, 2, words(2));
        NoteId begun = NoteId.random(random);
        house.protection().keepDraft(clara, file, new NoteDraft(begun, 0, words(2), Instant.EPOCH));
        house.protection().nameLawyer(clara, file, actor("laura").member());
        tellOfDeadlines();
        house.protection().breakGlass(actor("berta"), file, words(2));
        demanded(clara);
        sendTooLate("ID/notes/" + begun);
        tellInAConversation();
        sayYes(clara);
        sleepHere(clara);
        house.protection().close(clara, file, closing(words(Math.max(2, CANARIES - canaries.size()))));
        house.protection().reopen(clara, file);
    }

    private void tellOfDeadlines() {
        When when = new When(Dated.day(LocalDate.of(2026, 1, 2)), Optional.empty());
        house.clocks()
                .tell(
                        actor("clara"),
                        file,
                        FactKind.INTERIM_BEGAN,
                        new LegalClocks.Told(when, words(2)),
                        Optional.empty());
        house.clocks()
                .tell(actor("laura"), file, FactKind.T_GRANTED, new LegalClocks.Told(when, words(2)), Optional.empty());
    }

    /** A conversation that is kept and corrected, one that is begun; a sign, set aside; a decision; what was done under duress. */
    private void tellInAConversation() {
        Actor clara = actor("clara");
        ScreeningInstrument questions = Instruments.shipped().firstContact();
        Screening.Setting setting = new Screening.Setting(
                Dated.year(2025),
                canary(),
                Optional.empty(),
                Set.of(Screening.Present.ALONE),
                questions.id(),
                questions.version());
        ScreeningId kept = ScreeningId.random(random);
        converse(kept, setting, questions);
        house.identification().write(clara, file, kept);
        house.identification().correct(clara, file, kept);
        converse(kept, setting, questions);
        house.identification().write(clara, file, kept);
        converse(ScreeningId.random(random), setting, questions);
        Sign.Terms sign = new Sign.Terms(
                Set.of(TraffickingElement.ACT),
                ElementFinding.State.SIGNS_PRESENT,
                Sign.From.OWN_WORDS,
                words(2),
                Dated.year(2025));
        house.identification().addSign(clara, file, sign);
        house.identification()
                .setAside(
                        clara,
                        file,
                        house.identification()
                                .worksheet(clara, file)
                                .signs()
                                .getFirst()
                                .id(),
                        words(2));
        IdentificationDecision.Terms decided = new IdentificationDecision.Terms(
                DecisionThreshold.REASONABLE_GROUNDS,
                OrganisationId.random(random),
                Dated.year(2025),
                words(1),
                words(1),
                List.of(words(1)),
                new IdentificationDecision.Review(
                        IdentificationDecision.ReviewState.DECIDED, Optional.empty(), words(1)));
        assert house.identification()
                .decide(clara, file, RandomIds.uuid(random), 0, decided)
                .isEmpty();
        house.protection()
                .answer(
                        clara,
                        file,
                        List.of(Field.DURESS_WORDS),
                        new Answers(Map.of(Field.DURESS_WORDS, new Answer.Given<>(words(2)))));
    }

    private void converse(ScreeningId id, Screening.Setting setting, ScreeningInstrument questions) {
        Replies replies = Replies.NONE.with(questions.indicators().getLast(), new Answer.Given<>(words(2)));
        house.identification().keep(actor("clara"), file, id, Optional.of(setting), replies);
    }

    /** A demand arrives of which nobody says whose it is, and is tied to the file; and what went against consent in danger. */
    private void demanded(Actor clara) {
        Actor laura = actor("laura");
        Organisation court = new Organisation(OrganisationId.random(random), "Juzgado", RecipientKind.COURT);
        DemandId demand = house.demands()
                .receive(
                        clara,
                        Optional.empty(),
                        new Arrived(
                                court,
                                LegalDemand.Authority.COURT,
                                canary(),
                                canary(),
                                Set.of(FieldGroup.IDENTITY),
                                words(2),
                                LegalDemand.Arrival.PAPER,
                                house.demands().today(),
                                Optional.empty()));
        FileNumber number = house.protection().view(clara, file).file().number();
        CaseFileId tied = house.demands().tie(clara, demand, number);
        assert tied.equals(file);
        house.demands()
                .answer(laura, file, demand, new LawyersAnswer.Binds(Set.of(FieldGroup.IDENTITY), canary(), words(2)));
        house.demands().personTold(clara, file, demand, words(2));
        house.demands()
                .forbidTelling(laura, file, demand, canary(), house.demands().today());
        house.overrides()
                .ask(
                        clara,
                        file,
                        court,
                        new OverrideWish(
                                Purpose.PROTECTION,
                                Set.of(FieldGroup.IDENTITY),
                                OverrideFact.Reason.LIFE_IN_DANGER,
                                words(2)));
    }

    /** Agrees, and says so in their own voice. */
    private void sayYes(Actor clara) {
        Consent.Terms terms = new Consent.Terms(
                OrganisationId.random(random),
                Purpose.PROTECTION,
                Set.of(FieldGroup.IDENTITY),
                GivenBy.ADULT,
                Consent.How.PRESENT,
                "es",
                true,
                false);
        house.consents().give(clara, file, terms, 1);
        byte[] voice = ("OggS " + words(2)).getBytes(StandardCharsets.US_ASCII);
        Consent given = house.consents().of(clara, file).consents().getFirst();
        house.consents().addVoice(clara, file, given.id(), Sound.of(voice));
    }

    /** Has a bed, goes out, comes back and leaves. */
    private void sleepHere(Actor clara) {
        house.nights().addRoom(clara, "R " + file.value().toString().substring(0, 30));
        ShelterRoom room = house.nights().rooms(clara).stream()
                .filter(one -> one.name().contains(file.value().toString().substring(0, 30)))
                .findFirst()
                .orElseThrow();
        house.nights().addBed(clara, room.id(), "A");
        Bed bed = house.nights().rooms(clara).stream()
                .flatMap(one -> one.beds().stream().filter(any -> one.id().equals(room.id())))
                .findFirst()
                .orElseThrow();
        house.nights().place(clara, file, new Placing(bed.id(), 0, true, false));
        house.nights().goOut(clara, file, house.clock().instant().plusSeconds(3600), words(2));
        house.nights().back(clara, file);
        house.nights().leave(clara, file);
        house.nightLog().write(clara, LocalDate.EPOCH, Optional.of(file), words(2));
        house.risks().raise(clara, file, words(2), 1);
        house.families().mention(clara, file, Relative.Kin.SIBLING, words(2));
        for (PlanEntry.Kind kind : List.of(PlanEntry.Kind.SAFETY, PlanEntry.Kind.GOAL)) {
            house.plans().add(clara, file, kind, words(2), Optional.empty(), "");
        }
        house.services().give(clara, file, Optional.of(ServiceKind.CRISIS), Optional.of(LocalDate.EPOCH), 1, words(2));
        house.tasks().make(clara, LocalDate.EPOCH, Optional.of(file), Optional.empty(), LocalDate.EPOCH, words(2));
    }

    private static Answers closing(String words) {
        return new Answers(Map.of(
                Field.CLOSING_REASON, new Answer.Given<>("other"), Field.CLOSING_WORDS, new Answer.Given<>(words)));
    }

    /** What its owner sees of the file. */
    String seen() {
        FileView view = house.protection().view(actor("clara"), file);
        return view.answers().given(Field.NAME).orElse("") + " "
                + view.imported().cells() + " "
                + view.notes().stream().map(Note::text).collect(Collectors.joining(" "));
    }

    /** The same person as another home knows them. */
    PersonInCare in(Refuge other) {
        PersonInCare same = new PersonInCare(other, members);
        same.file = file;
        return same;
    }

    void erase() {
        house.protection().erase(actor("clara"), file);
    }

    void drop() {
        house.protection().drop(actor("clara"), new OpeningId(file.value()));
    }

    /** What is left to be offered of unfinished answers and late forms, to the one who wrote them down. */
    String leftOver() {
        Actor clara = actor("clara");
        Stream<String> unfinished = house.protection().unfinished(clara).stream()
                .map(opening -> house.protection().opening(clara, opening))
                .flatMap(answers -> Stream.of(Field.values()).flatMap(field -> answers.given(field).stream()));
        Stream<String> late = house.kept().waiting(clara.member()).stream().map(KeptPosts.KeptPost::toString);
        return Stream.concat(unfinished, late).collect(Collectors.joining(" "));
    }
}
