package org.fourfold.node.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.RecordSheet;

/** Puts what the record tells of a thing into words for a sheet of paper. It names nobody: roles, times and pseudonyms. */
public final class RecordSheets {

    private final Set<EventType> changes;
    private final Set<EventType> handings;

    /**
     * For one kind of thing.
     *
     * @param changes the kinds of events that change it; all others leave it as it is
     * @param handings the kinds with which it leaves the house
     */
    public RecordSheets(Set<EventType> changes, Set<EventType> handings) {
        this.changes = Set.copyOf(changes);
        this.handings = Set.copyOf(handings);
    }

    /**
     * The sheet.
     *
     * @param what the thing's own name or number
     * @param erased when it was erased, if it was
     */
    public RecordSheet of(PageFrame frame, String what, History history, Optional<Instant> erased, Instant now) {
        List<RecordSheet.Fact> facts = new ArrayList<>();
        facts.add(fact(frame, "about", what, ""));
        facts.add(fact(frame, "house", frame.organisationName(), ""));
        history.items().stream()
                .filter(item -> changes.contains(item.type()))
                .findFirst()
                .or(() -> history.items().stream().findFirst())
                .ifPresent(
                        first -> facts.add(fact(frame, "since", frame.moment(first.at()), words(frame, first.type()))));
        facts.add(changed(frame, history, now));
        erased.ifPresent(
                at -> facts.add(fact(frame, "erased", frame.moment(at), frame.text("trust.sheet-of.erased-what"))));
        facts.add(fact(frame, "made", frame.moment(now), ""));
        history.log()
                .ifPresentOrElse(
                        log -> facts.addAll(under(frame, log)),
                        () -> facts.add(fact(frame, "log", frame.text("trust.sheet-of.unsigned"), "")));
        return new RecordSheet(
                facts,
                lines(
                        frame,
                        history.items().stream()
                                .filter(item -> handings.contains(item.type()))
                                .toList()),
                lines(frame, history.items()),
                history.whole());
    }

    private RecordSheet.Fact changed(PageFrame frame, History history, Instant now) {
        Optional<History.Item> last = history.items().reversed().stream()
                .filter(item -> changes.contains(item.type()))
                .findFirst();
        return last.map(item -> fact(
                        frame,
                        "unchanged",
                        frame.text("trust.sheet-of.unchanged-since", "time", frame.moment(item.at())),
                        frame.text("trust.sheet-of.last-change", "what", words(frame, item.type()))))
                .orElseGet(() -> fact(
                        frame, "unchanged", frame.text("trust.sheet-of.never-changed", "time", frame.moment(now)), ""));
    }

    private static List<RecordSheet.Fact> under(PageFrame frame, Glance.Log log) {
        return List.of(
                fact(frame, "log", log.name(), frame.text("trust.sheet-of.entries", "count", log.size())),
                fact(frame, "fingerprint", RecordWords.grouped(log.fingerprint()), ""),
                fact(frame, "root", log.root(), ""),
                fact(frame, "key", log.key(), ""));
    }

    private static RecordSheet.Fact fact(PageFrame frame, String key, String value, String note) {
        return new RecordSheet.Fact(frame.text("trust.sheet-of." + key), value, note);
    }

    private static List<RecordSheet.Line> lines(PageFrame frame, List<History.Item> items) {
        return items.stream().map(item -> line(frame, item)).toList();
    }

    private static RecordSheet.Line line(PageFrame frame, History.Item item) {
        return new RecordSheet.Line(
                item.index().isPresent() ? Long.toString(item.index().getAsLong()) : "",
                frame.moment(item.at()),
                words(frame, item.type()),
                item.role().map(role -> RecordWords.role(frame, role)).orElseGet(() -> frame.text("trust.entry.node")),
                item.by().map(RecordWords::brief).orElse(""),
                item.detail());
    }

    private static String words(PageFrame frame, EventType type) {
        return RecordWords.of(frame, type.code());
    }
}
