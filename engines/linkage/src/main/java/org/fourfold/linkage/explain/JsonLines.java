package org.fourfold.linkage.explain;

import java.io.IOException;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.RecordName;

/**
 * Explanations as lines of JSON, one object a line: {@code pairs.jsonl} and {@code clusters.jsonl}. Weights are exact, in bits;
 * shares and probabilities have six digits. A name that has nothing to say is left out.
 *
 * <pre>
 * {"model":"persons","version":"1","a":{"source":"org1","id":"r1"},"b":{...},"weight":4.5,"evidence":12.25,"prior":-7.75,
 *  "findings":[{"slot":"born","said":true,"level":1,"holds":"same","a":"19990215","b":"19990215","bits":9.5,"rarity":0},...],
 *  "rules":["phone"],"judgements":[]}
 * </pre>
 */
public final class JsonLines {

    private JsonLines() {}

    /** Writes one pair and the end of its line. */
    public static void write(PairExplanation pair, Appendable out) throws IOException {
        Json json = new Json().begin();
        put(json, pair);
        out.append(json.end().done()).append('\n');
    }

    /** Writes one cluster and the end of its line. */
    public static void write(ClusterExplanation cluster, Appendable out) throws IOException {
        Json json = new Json()
                .begin()
                .put("model", cluster.model())
                .put("version", cluster.version())
                .list("members", cluster.members(), JsonLines::record)
                .list("joins", cluster.joins(), JsonLines::join);
        cluster.undo().ifPresent(undo -> {
            json.name("undo").begin().name("weakest");
            join(json, undo.weakest());
            json.name("pair").begin();
            put(json, undo.pair());
            json.end()
                    .list("left", undo.left(), JsonLines::record)
                    .list("right", undo.right(), JsonLines::record)
                    .put("bridges", undo.bridges())
                    .list("enough", undo.enough(), (to, finding) -> to.quote(finding.slot()))
                    .put("edge", undo.edgeBits())
                    .end();
        });
        json.list("contradictions", cluster.contradictions(), JsonLines::contradiction)
                .put("contradicting", cluster.contradicting())
                .list("judgements", cluster.judgements(), JsonLines::judgement);
        out.append(json.end().done()).append('\n');
    }

    private static void put(Json json, PairExplanation pair) {
        json.put("model", pair.model()).put("version", pair.version()).name("a");
        record(json, pair.a());
        json.name("b");
        record(json, pair.b());
        json.bits("weight", pair.weightParts());
        pair.probability().ifPresent(value -> json.put("probability", value));
        json.bits("evidence", pair.evidenceParts())
                .bits("prior", pair.priorParts())
                .list("findings", pair.findings(), JsonLines::finding)
                .list("rules", pair.rules().stream().map(Rule::toString).toList(), Json::quote)
                .list("judgements", pair.judgements(), JsonLines::judgement);
    }

    private static void record(Json json, RecordName name) {
        json.begin().put("source", name.source()).put("id", name.id()).end();
    }

    private static void finding(Json json, Finding finding) {
        json.begin().put(finding instanceof Finding.Together ? "interaction" : "slot", finding.slot());
        switch (finding) {
            case Finding.NotSaid said ->
                json.put("said", false).put("a", said.left()).put("b", said.right());
            case Finding.Together together ->
                json.list("together", together.slots(), Json::quote).bits("bits", together.parts());
            case Finding.Compared found -> {
                json.put("said", true)
                        .put("level", found.level())
                        .put("holds", found.holds().kind().word())
                        .put("a", found.left())
                        .put("b", found.right())
                        .bits("bits", found.levelParts())
                        .bits("rarity", found.rarityParts());
                found.share().ifPresent(share -> json.put("share", share));
                found.among()
                        .ifPresent(among -> json.name("among")
                                .begin()
                                .put("a", among.left())
                                .put("b", among.right())
                                .bits("bits", among.parts())
                                .end());
            }
        }
        json.end();
    }

    private static void judgement(Json json, AppliedJudgement judgement) {
        json.begin().name("a");
        record(json, judgement.a());
        json.name("b");
        record(json, judgement.b());
        json.put("same", judgement.same())
                .put("by", judgement.by())
                .put("on", judgement.on().toString());
        if (!judgement.reason().isEmpty()) {
            json.put("reason", judgement.reason());
        }
        json.end();
    }

    private static void join(Json json, ClusterExplanation.Join join) {
        json.begin().name("a");
        record(json, join.a());
        json.name("b");
        record(json, join.b());
        String by = switch (join.by()) {
            case JUDGEMENT -> "judgement";
            case PAIR -> "pair";
            case OTHER -> "other";
        };
        json.put("by", by)
                .bits("weight", join.weightParts())
                .put("left", join.left())
                .put("right", join.right())
                .end();
    }

    private static void contradiction(Json json, ClusterExplanation.Contradiction contradiction) {
        json.begin().name("a");
        record(json, contradiction.a());
        json.name("b");
        record(json, contradiction.b());
        json.bits("evidence", contradiction.evidenceParts()).end();
    }
}
