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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.access.internal.KeptPosts;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Bed;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.HtcdsReport;
import org.fourfold.node.protection.Note;
import org.fourfold.node.protection.NoteDraft;
import org.fourfold.node.protection.NoteId;
import org.fourfold.node.protection.NoteWriting;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Placing;
import org.fourfold.node.protection.PlanEntry;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.Relative;
import org.fourfold.node.protection.ShelterRoom;
import org.fourfold.node.registry.Htcds;

/** Somebody whose words are all canaries, told through the façades in every way in which a file comes to hold words. */
final class PersonInCare {

    /** Random strings of one person (T8). */
    static final int CANARIES = 64;

    /** Letters that are no one's name, then random digits: long enough to occur nowhere by chance. */
    private static final String SIGN = "qzka";

    private static final int DIGITS = 16;

    private final Refuge refuge;
    private final Map<String, Actor> members;
    final List<String> canaries = new ArrayList<>();
    private CaseFileId file = new CaseFileId(new java.util.UUID(0, 0));

    PersonInCare(Refuge refuge, Map<String, Actor> members) {
        this.refuge = refuge;
        this.members = members;
    }

    CaseFileId file() {
        return file;
    }

    private Actor actor(String name) {
        return java.util.Objects.requireNonNull(members.get(name));
    }

    private String canary() {
        String canary = SIGN + "%016x".formatted(Refuge.RANDOM.nextLong());
        assert canary.length() == SIGN.length() + DIGITS;
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
        OpeningId opening = refuge.protection.begin(actor("clara"));
        for (Question question : Question.values()) {
            refuge.protection.keep(actor("clara"), opening, answers(question, 2));
        }
        file = new CaseFileId(opening.value());
        return this;
    }

    /** Has the form kept that was sent too late. */
    PersonInCare sendTooLate(String path) {
        String address = "/files/" + path.replace("ID", file.toString());
        assert refuge.kept.keep(actor("clara").member(), address, List.of(new KeptPosts.Field("text", words(2))));
        return this;
    }

    /** Becomes a case file, and more and more is told. */
    void goOn() {
        Actor clara = actor("clara");
        refuge.protection.open(clara, new OpeningId(file.value()));
        for (Question question : Question.values()) {
            refuge.protection.answer(clara, file, question, answers(question, 2));
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
            HtcdsReport report = refuge.protection.importHtcds(
                    actor("clara"), new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), false);
            assert report.accepted() == 1 : report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file = refuge.protection.own(actor("clara")).getFirst().id();
        tellInTheFile();
    }

    private void tellInTheFile() {
        Actor clara = actor("clara");
        NoteId note = NoteId.random(Refuge.RANDOM);
        NoteWriting first = refuge.protection.writeNote(clara, file, note, 0, words(2));
        NoteWriting second = refuge.protection.writeNote(clara, file, note, 1, words(2));
        assert first instanceof NoteWriting.Written && second instanceof NoteWriting.Written;
        NoteId begun = NoteId.random(Refuge.RANDOM);
        refuge.protection.keepDraft(clara, file, new NoteDraft(begun, 0, words(2), Instant.EPOCH));
        refuge.protection.nameLawyer(clara, file, actor("laura").member());
        refuge.protection.breakGlass(actor("berta"), file, words(2));
        sendTooLate("ID/notes/" + begun);
        sleepHere(clara);
        refuge.protection.close(clara, file, closing(words(Math.max(2, CANARIES - canaries.size()))));
        refuge.protection.reopen(clara, file);
    }

    /** Has a bed, goes out, comes back and leaves. */
    private void sleepHere(Actor clara) {
        refuge.nights.addRoom(clara, "R " + file.value().toString().substring(0, 30));
        ShelterRoom room = refuge.nights.rooms(clara).stream()
                .filter(one -> one.name().contains(file.value().toString().substring(0, 30)))
                .findFirst()
                .orElseThrow();
        refuge.nights.addBed(clara, room.id(), "A");
        Bed bed = refuge.nights.rooms(clara).stream()
                .flatMap(one -> one.beds().stream().filter(any -> one.id().equals(room.id())))
                .findFirst()
                .orElseThrow();
        refuge.nights.place(clara, file, new Placing(bed.id(), 0, true, false));
        refuge.nights.goOut(clara, file, Instant.now().plusSeconds(3600), words(2));
        refuge.nights.back(clara, file);
        refuge.nights.leave(clara, file);
        refuge.nightLog.write(clara, LocalDate.EPOCH, Optional.of(file), words(2));
        refuge.risks.raise(clara, file, words(2), 1);
        refuge.families.mention(clara, file, Relative.Kin.SIBLING, words(2));
        for (PlanEntry.Kind kind : List.of(PlanEntry.Kind.SAFETY, PlanEntry.Kind.GOAL)) {
            refuge.plans.add(clara, file, kind, words(2), Optional.empty(), "");
        }
        refuge.tasks.make(clara, LocalDate.EPOCH, Optional.of(file), Optional.empty(), LocalDate.EPOCH, words(2));
    }

    private static Answers closing(String words) {
        return new Answers(Map.of(
                Field.CLOSING_REASON, new Answer.Given<>("other"), Field.CLOSING_WORDS, new Answer.Given<>(words)));
    }

    /** What its owner sees of the file. */
    String seen() {
        FileView view = refuge.protection.view(actor("clara"), file);
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
        refuge.protection.erase(actor("clara"), file);
    }

    void drop() {
        refuge.protection.drop(actor("clara"), new OpeningId(file.value()));
    }

    /** What is left to be offered of unfinished answers and late forms, to the one who wrote them down. */
    String leftOver() {
        Actor clara = actor("clara");
        Stream<String> unfinished = refuge.protection.unfinished(clara).stream()
                .map(opening -> refuge.protection.opening(clara, opening))
                .flatMap(answers -> Stream.of(Field.values()).flatMap(field -> answers.given(field).stream()));
        Stream<String> late = refuge.kept.waiting(clara.member()).stream().map(KeptPosts.KeptPost::toString);
        return Stream.concat(unfinished, late).collect(Collectors.joining(" "));
    }
}
