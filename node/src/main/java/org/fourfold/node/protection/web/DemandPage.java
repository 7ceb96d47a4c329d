package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Set;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * One demand with its steps, and what its reader may do next. Where something may not be done, its path is empty.
 *
 * @param refused why nothing went out when the gate was asked; empty when it was not
 * @param silent the court's order that forbids telling today, in words
 * @param lawyers whom of the file's lawyers it can be passed on to
 * @param scope what the lawyer can find that it reaches
 * @param remaining what it reaches and has not gone out, in words
 */
public record DemandPage(
        String path,
        String back,
        boolean loose,
        boolean immigration,
        Tag state,
        List<Row> facts,
        List<Step> steps,
        String refused,
        String silent,
        boolean lawyerMissing,
        List<Choice> lawyers,
        List<Choice> scope,
        String remaining,
        Doing may,
        Typed typed,
        String formKey) {

    public DemandPage {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
    }

    /** Something that was done. */
    public record Step(String at, String who, String what, String words, String more) {}

    /** What the reader may do. */
    public record Doing(
            boolean nameLawyer,
            boolean askLawyer,
            boolean answer,
            boolean tell,
            boolean forbid,
            boolean handOver,
            boolean tie,
            boolean close,
            boolean forget) {}

    /** What stands in the forms after a fault. */
    public record Typed(
            String answer,
            Set<String> groups,
            String article,
            String reasons,
            String words,
            String order,
            String until,
            String number) {

        public Typed {
            groups = Set.copyOf(groups);
        }

        static final Typed NOTHING = new Typed("", Set.of(), "", "", "", "", "", "");
    }
}
