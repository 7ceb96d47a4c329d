package org.fourfold.node.protection;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Dated;

/**
 * What was told, seen and read, laid beside the tests of the law. It decides nothing.
 *
 * @param birth as well as it is known; where it was told to another system only, from there
 * @param birthImported whether it comes from there
 * @param actsFrom when what was done to the person began
 * @param actsUntil when it ended; empty while it goes on or is not known
 * @param signs written down beside the answers, those set aside too
 */
public record Worksheet(
        CaseFile file,
        Optional<Dated> birth,
        boolean birthImported,
        boolean ageDisputed,
        Optional<Dated> actsFrom,
        Optional<Dated> actsUntil,
        AgeRule test,
        List<ElementFinding> findings,
        List<Sign> signs,
        boolean mayWrite,
        boolean mayPrint) {

    public Worksheet {
        findings = List.copyOf(findings);
        signs = List.copyOf(signs);
    }
}
