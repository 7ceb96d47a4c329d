package org.fourfold.node.protection.web;

import com.ibm.icu.util.TimeZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.LegalStandards.National;
import org.fourfold.node.protection.LegalStandards.Reporting;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.Spoken;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Viewer;
import org.springframework.stereotype.Component;

/**
 * What is said before the first question, in the one place where it stands: the rights, the limits of confidentiality, and what
 * the country's law makes us report. The country is that of the organisation's clock.
 */
@Component
public class RightsSaid {

    private final House house;
    private final Instruments instruments;
    private final Recordings recordings;

    public RightsSaid(House house, Instruments instruments, Recordings recordings) {
        this.house = house;
        this.instruments = instruments;
        this.recordings = recordings;
    }

    /** Before one of the first questions: something before the first only. */
    List<String> said(PageFrame frame, Question asked) {
        return switch (asked) {
            case RIGHTS -> all(frame);
            case SAFE, NEEDS, NAME, AGE, LANGUAGES, CONTACT -> List.of();
        };
    }

    /** What was recorded of it, where it is said. */
    List<Recordings.Player> heard(PageFrame frame, Viewer viewer, Question asked) {
        return asked == Question.RIGHTS ? heard(frame, viewer) : List.of();
    }

    List<Recordings.Player> heard(PageFrame frame, Viewer viewer) {
        return Recordings.players(frame, recordings.of(viewer), Spoken.Text.RIGHTS);
    }

    List<String> all(PageFrame frame) {
        List<String> said = new ArrayList<>(List.of(
                frame.text("protection.rights.1"),
                frame.text("protection.rights.2"),
                frame.text("protection.rights.3"),
                frame.text("protection.rights.4")));
        reporting()
                .ifPresentOrElse(
                        law -> {
                            law.lines()
                                    .forEach(line ->
                                            said.add(line.say().in(frame.language()) + " (" + line.cite() + ")"));
                            if (law.review().equals("none")) {
                                said.add(law.retrieved()
                                        .map(day -> frame.text("protection.rights.unreviewed", "day", frame.date(day)))
                                        .orElseGet(() -> frame.text("protection.rights.unread")));
                            }
                            law.read().ifPresent(read -> said.add(read.in(frame.language())));
                        },
                        () -> said.add(frame.text("protection.rights.no-law")));
        said.add(frame.text("protection.rights.5"));
        return said;
    }

    /** The definition in the country's own law. */
    Optional<National> national() {
        try {
            return instruments.tests().of(country());
        } catch (IllegalArgumentException noCountry) {
            return Optional.empty();
        }
    }

    private String country() {
        return TimeZone.getRegion(house.zone().getId());
    }

    private Optional<Reporting> reporting() {
        try {
            return instruments.reporting(country());
        } catch (IllegalArgumentException noCountry) {
            return Optional.empty();
        }
    }
}
