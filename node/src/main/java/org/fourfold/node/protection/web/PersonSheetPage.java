package org.fourfold.node.protection.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.protection.HandedOver;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.trust.History;
import org.fourfold.node.trust.RecordWords;

/**
 * For the person a file is about: by whom it was consulted, as roles, and who outside received something.
 *
 * @param whole false where there was more than is shown
 */
public record PersonSheetPage(
        String number, String made, List<Line> lines, boolean whole, List<Went> went, String back) {

    public PersonSheetPage {
        lines = List.copyOf(lines);
        went = List.copyOf(went);
    }

    /** What somebody outside received, when, and whether it was taken back and they were told. */
    public record Went(String recipient, String groups, String at, Tag state) {}

    /** What was done in one role on one day, and how often. */
    public record Line(String day, String role, String what, int times) {}

    /**
     * What is the same on one day in one role is one line.
     *
     * @param silenced whether a court forbids today that the person be told of a demand
     */
    static List<Line> days(PageFrame frame, History history, boolean silenced) {
        record Kind(LocalDate day, String role, String what) {}
        Map<Kind, Integer> counted = new LinkedHashMap<>();
        for (History.Item item : history.items()) {
            item.role().filter(role -> FileEvents.isTold(item, silenced)).ifPresent(role -> {
                LocalDate day = item.at().atZone(frame.zone()).toLocalDate();
                counted.merge(
                        new Kind(day, RecordWords.role(frame, role), Showing.what(frame, item.type())),
                        1,
                        Integer::sum);
            });
        }
        List<Line> lines = new ArrayList<>();
        counted.forEach((kind, times) -> lines.add(new Line(frame.date(kind.day()), kind.role(), kind.what(), times)));
        return lines;
    }

    static List<Went> went(PageFrame frame, List<HandedOver> all, Map<OrganisationId, String> names) {
        return all.stream()
                .map(one -> new Went(
                        ConsentWords.name(names, one.recipient()),
                        ConsentWords.groups(frame, one.groups()),
                        frame.moment(one.at()),
                        ConsentWords.state(one)))
                .toList();
    }
}
