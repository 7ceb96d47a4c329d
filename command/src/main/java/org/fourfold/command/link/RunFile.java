package org.fourfold.command.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.score.RuleYields;

/**
 * {@code run.txt} and the model's text beside it: what somebody else needs to do the same again and get the same bytes. A word
 * and its value a line; no time, no machine, no folder.
 */
final class RunFile {

    static final String NAME = "run.txt";
    static final String MODEL = "linkage.model";

    private RunFile() {}

    static void write(LinkSettings settings, List<TableFacts> tables, Linked linked, Path folder) throws IOException {
        byte[] model = settings.modelFile().text().getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(MODEL), model);
        LinkageModel used = settings.model();
        StringBuilder text = new StringBuilder("fourfold link 1\n");
        text.append("engine ").append(settings.engine()).append('\n');
        text.append("model ")
                .append(used.name())
                .append(' ')
                .append(used.version())
                .append('\n');
        text.append("model-sha256 ")
                .append(InputTable.hexadecimal(InputTable.sha256().digest(model)))
                .append('\n');
        settings.typedMaps().forEach(map -> text.append("map ").append(map).append('\n'));
        text.append("threshold ").append(used.clustering().edge()).append('\n');
        settings.judgements()
                .ifPresent(file -> text.append("judgements ")
                        .append(file.sha256())
                        .append(" on ")
                        .append(file.on())
                        .append('\n'));
        if (settings.labels().isPresent()) {
            byte[] labels = Files.readAllBytes(settings.labels().get());
            text.append("labels ")
                    .append(InputTable.hexadecimal(InputTable.sha256().digest(labels)))
                    .append('\n');
        }
        settings.frequencies()
                .forEach(file -> text.append("frequencies ")
                        .append(file.slot())
                        .append(' ')
                        .append(file.sha256())
                        .append('\n'));
        for (TableFacts table : tables) {
            text.append("file ")
                    .append(table.sha256())
                    .append(' ')
                    .append(table.bytes())
                    .append(" bytes ");
            text.append(table.rows()).append(" records ").append(table.file()).append('\n');
        }
        settings.sources()
                .ifPresent(file -> text.append("sources ").append(file.sha256()).append('\n'));
        text.append("records ").append(linked.records().size()).append('\n');
        text.append("clusters ")
                .append(linked.sizes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .append('\n');
        text.append("linked-pairs ").append(linked.links()).append('\n');
        linked.result()
                .refusals()
                .told()
                .forEach((reason, told) -> text.append("not-joined ")
                        .append(reason.word())
                        .append(' ')
                        .append(told.clusters())
                        .append('\n'));
        linked.yields().ifPresent(yields -> blocking(text, yields));
        Files.writeString(folder.resolve(NAME), text);
    }

    /** The report's figures on blocking, for whoever compares runs. */
    private static void blocking(StringBuilder text, RuleYields yields) {
        for (RuleYields.Yield each : yields.yields()) {
            text.append("rule pairs ").append(each.count().pairs());
            text.append(" kept ").append(each.kept());
            text.append(" matches ").append(Math.round(each.matches()));
            text.append(" alone ").append(Math.round(each.alone()));
            text.append(" crowded-blocks ").append(each.count().overLarge());
            text.append(" left-out ").append(each.count().leftOut());
            text.append(" : ").append(each.count().rule()).append('\n');
        }
        text.append("matches-expected ").append(Math.round(yields.matches())).append('\n');
        yields.unseen()
                .ifPresent(unseen -> text.append("matches-missed-at-least ")
                        .append(Math.round(unseen.missed()))
                        .append(" from ")
                        .append(Math.round(unseen.low()))
                        .append(" to ")
                        .append(Math.round(unseen.high()))
                        .append('\n'));
        text.append("records-in-no-block ").append(yields.outside().silent()).append('\n');
        text.append("records-crowded-out ").append(yields.outside().crowded()).append('\n');
    }
}
