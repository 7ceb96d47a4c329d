package org.fourfold.linkage.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.report.Language;

/** An explanation in words. It says what the findings say and nothing else. */
public final class ExplanationText {

    private final Wording wording;

    private ExplanationText(Wording wording) {
        this.wording = wording;
    }

    /** Sentences under a heading. */
    public record Passage(String heading, List<String> sentences) {
        public Passage {
            sentences = List.copyOf(sentences);
        }
    }

    public static ExplanationText in(Language language) {
        return new ExplanationText(Wording.in(language));
    }

    /** Two records. */
    public List<Passage> pair(PairExplanation pair) {
        List<Passage> passages = new ArrayList<>();
        String heading = wording.text(
                "pair.heading",
                Map.of("a", wording.record(pair.a()), "b", wording.record(pair.b()), "what", what(pair.persons())));
        passages.add(new Passage(heading, List.of(weight(pair), probability(pair))));
        findings(passages, "pair.for", pair, finding -> finding.parts() > 0);
        findings(passages, "pair.against", pair, finding -> finding.parts() < 0);
        findings(
                passages, "pair.neither", pair, finding -> finding.parts() == 0 && finding instanceof Finding.Compared);
        findings(passages, "pair.not-said", pair, finding -> finding instanceof Finding.NotSaid);
        passages.add(new Passage(wording.text("pair.rules"), rules(pair)));
        passages.add(new Passage(wording.text("judgements"), judgements(pair.judgements(), pair.persons())));
        passages.add(new Passage(wording.text("model"), List.of(model(pair.model(), pair.version()))));
        return List.copyOf(passages);
    }

    private String what(boolean persons) {
        return wording.text(persons ? "what.person" : "what.thing");
    }

    private String weight(PairExplanation pair) {
        return wording.text(
                "pair.weight",
                Map.of(
                        "what", what(pair.persons()),
                        "weight", wording.bits(pair.weightParts()),
                        "evidence", wording.bits(pair.evidenceParts()),
                        "prior", wording.bits(pair.priorParts())));
    }

    private String probability(PairExplanation pair) {
        return pair.probability().isEmpty()
                ? wording.text("probability.none")
                : wording.text(
                        "probability.given",
                        Map.of(
                                "what",
                                what(pair.persons()),
                                "probability",
                                wording.probability(pair.probability().getAsDouble())));
    }

    private void findings(List<Passage> passages, String key, PairExplanation pair, Predicate<Finding> which) {
        List<String> sentences =
                pair.findings().stream().filter(which).map(this::finding).toList();
        if (!sentences.isEmpty()) {
            passages.add(new Passage(wording.text(key), sentences));
        }
    }

    /** One finding as one line. */
    String finding(Finding finding) {
        return switch (finding) {
            case Finding.NotSaid said -> notSaid(said);
            case Finding.Compared compared -> compared(compared);
            case Finding.Together together ->
                wording.text(
                        "together",
                        Map.of(
                                "slots",
                                wording.list(together.slots().stream()
                                        .map(wording::slot)
                                        .toList()),
                                "name",
                                wording.interaction(together.slot()),
                                "bits",
                                wording.bits(together.parts())));
        };
    }

    private String notSaid(Finding.NotSaid said) {
        String who = said.left().isEmpty()
                ? said.right().isEmpty() ? "both" : "first"
                : said.right().isEmpty() ? "second" : "other-parts";
        return wording.text("not-said." + who, "slot", wording.slotFirst(said.slot()));
    }

    private String compared(Finding.Compared found) {
        boolean one = found.left().equals(found.right());
        String values =
                wording.text(one ? "values.one" : "values.two", Map.of("left", found.left(), "right", found.right()));
        StringBuilder text = new StringBuilder(wording.text(
                "finding",
                Map.of(
                        "slot",
                        wording.slotFirst(found.slot()),
                        "level",
                        wording.level(found.holds()),
                        "values",
                        values)));
        boolean several = found.among().isPresent() && found.holds().kind() != Level.Kind.SOUND;
        found.share()
                .ifPresent(share -> text.append(' ')
                        .append(several ? wording.shareOfValues(share) : wording.share(share, found.holds())));
        String rarity = found.rarityParts() > 0 ? "bits.rare" : found.rarityParts() < 0 ? "bits.common" : "bits.plain";
        return text.append(' ')
                .append(wording.text(
                        rarity,
                        Map.of("bits", wording.bits(found.parts()), "rarity", wording.bits(found.rarityParts()))))
                .append(found.among().map(this::among).orElse(""))
                .toString();
    }

    private String among(Finding.Among among) {
        return among.left() * among.right() == 1
                ? ""
                : ' '
                        + wording.text(
                                "among",
                                Map.of(
                                        "left", among.left(),
                                        "right", among.right(),
                                        "bits", wording.bits(among.parts())));
    }

    private List<String> rules(PairExplanation pair) {
        return pair.rules().isEmpty()
                ? List.of(wording.text("rules.none"))
                : pair.rules().stream()
                        .map(rule -> wording.text("rules.one", "rule", wording.rule(rule)))
                        .toList();
    }

    private List<String> judgements(List<AppliedJudgement> judgements, boolean persons) {
        if (judgements.isEmpty()) {
            return List.of(wording.text("judgements.none"));
        }
        return judgements.stream().map(each -> judgement(each, persons)).toList();
    }

    private String judgement(AppliedJudgement judgement, boolean persons) {
        return wording.text(
                        judgement.same() ? "judgement.same" : "judgement.different",
                        Map.of(
                                "on", judgement.on().toString(),
                                "by", judgement.by(),
                                "a", wording.record(judgement.a()),
                                "b", wording.record(judgement.b()),
                                "what", what(persons)))
                + (judgement.reason().isEmpty()
                        ? ""
                        : " " + wording.text("judgement.reason", "reason", judgement.reason()));
    }

    private String model(String name, String version) {
        return wording.text("model.version", Map.of("name", name, "version", version));
    }

    /** A cluster. */
    public List<Passage> cluster(ClusterExplanation cluster) {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage(
                wording.text("cluster.heading", Map.of("n", cluster.members().size(), "what", what(cluster.persons()))),
                List.of(wording.list(
                        cluster.members().stream().map(wording::record).toList()))));
        List<String> joins = new ArrayList<>();
        for (ClusterExplanation.Join join : cluster.joins()) {
            joins.add(join(joins.size() + 1, join));
        }
        if (!joins.isEmpty()) {
            passages.add(new Passage(wording.text("cluster.joins"), joins));
        }
        cluster.undo().ifPresent(undo -> passages.add(new Passage(wording.text("cluster.undo"), undo(undo, cluster))));
        passages.add(new Passage(wording.text("cluster.contradictions"), contradictions(cluster)));
        passages.add(new Passage(wording.text("judgements"), judgements(cluster.judgements(), cluster.persons())));
        passages.add(new Passage(wording.text("model"), List.of(model(cluster.model(), cluster.version()))));
        return List.copyOf(passages);
    }

    private String join(int step, ClusterExplanation.Join join) {
        String key = switch (join.by()) {
            case JUDGEMENT -> "join.judgement";
            case PAIR -> "join.pair";
            case OTHER -> "join.other";
        };
        return wording.text(
                key,
                Map.of(
                        "step", step,
                        "a", wording.record(join.a()),
                        "b", wording.record(join.b()),
                        "weight", wording.bits(join.weightParts()),
                        "left", join.left(),
                        "right", join.right()));
    }

    private List<String> undo(ClusterExplanation.Undo undo, ClusterExplanation cluster) {
        List<String> sentences = new ArrayList<>();
        Map<String, Object> pair = Map.of(
                "a", wording.record(undo.weakest().a()),
                "b", wording.record(undo.weakest().b()),
                "weight", wording.bits(undo.weakest().weightParts()),
                "what", what(cluster.persons()));
        sentences.add(wording.text("undo.weakest", pair));
        sentences.add(wording.text("undo.sides", Map.of("left", side(undo.left()), "right", side(undo.right()))));
        if (undo.weakest().by() == ClusterExplanation.By.JUDGEMENT) {
            sentences.add(wording.text("undo.withdraw", pair));
        } else {
            List<String> slots = undo.enough().stream()
                    .map(finding -> wording.slot(finding.slot()))
                    .toList();
            if (!slots.isEmpty()) {
                sentences.add(wording.text("undo.enough", "slots", wording.list(slots)));
            }
            sentences.add(wording.text("undo.judgement", pair));
        }
        sentences.add(wording.text("undo.bridges", "n", Math.max(0, undo.bridges() - 1)));
        return sentences;
    }

    private String side(List<RecordName> names) {
        return wording.list(names.stream().map(wording::record).toList());
    }

    private List<String> contradictions(ClusterExplanation cluster) {
        List<String> sentences = new ArrayList<>();
        cluster.contradictions()
                .forEach(each -> sentences.add(wording.text(
                        "contradiction",
                        Map.of(
                                "a", wording.record(each.a()),
                                "b", wording.record(each.b()),
                                "evidence", wording.bits(each.evidenceParts())))));
        int more = cluster.contradicting() - sentences.size();
        if (more > 0) {
            sentences.add(wording.text("contradiction.more", "n", more));
        }
        return sentences.isEmpty() ? List.of(wording.text("contradiction.none")) : sentences;
    }

    /** Passages as plain text: a heading, its sentences below it with a dash, an empty line between passages. */
    public static String plain(List<Passage> passages) {
        StringBuilder text = new StringBuilder();
        for (Passage passage : passages) {
            text.append(text.isEmpty() ? "" : "\n").append(passage.heading()).append('\n');
            passage.sentences()
                    .forEach(sentence -> text.append("- ").append(sentence).append('\n'));
        }
        return text.toString();
    }
}
