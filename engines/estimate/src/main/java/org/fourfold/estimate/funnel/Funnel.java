package org.fourfold.estimate.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourfold.estimate.numbers.Printed;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;

/**
 * How far did cases get? The face of the funnel: from case histories, from groups of them, or from counts by stage and year.
 *
 * <p>Impunity at t is one minus the share convicted by t among all cases reported, archived and withdrawn ones with them.
 */
public final class Funnel {

    /** Fewer than so many under observation are told as a caution. */
    private static final int FEW = 10;

    private Funnel() {}

    /**
     * Follows cases along their road.
     *
     * @throws org.fourfold.estimate.run.RefusedException when nobody ended, or the outcome is no stage of the road
     */
    public static FunnelResult of(CaseHistories cases, FunnelOptions options, Run run) {
        Problems problems = new Problems();
        Road road = cases.road();
        int outcome = outcome(road, options, problems);
        List<FunnelResult.Reached> reached = new ArrayList<>();
        List<ShareAt> impunity = List.of();
        int open = 0;
        for (int stage = 1; stage < road.stages().size(); stage++) {
            run.goOn();
            Exits exits = cases.untilReached(stage);
            Shares shares = Shares.of(exits);
            reached.add(new FunnelResult.Reached(road.stages().get(stage), shares, at(shares, options)));
            if (stage == outcome) {
                impunity = not(shares, options);
                caution(exits, shares, options, problems);
                if (exits.cases() < cases.cases()) {
                    problems.add(FunnelFault.BEFORE_SEEN, "", cases.cases() - exits.cases());
                }
            }
            open = exits.left(Exits.OPEN);
        }
        problems.refuse();
        DataDigest digest = new DataDigest();
        cases.into(digest);
        digest.text(options.toString());
        return new FunnelResult(
                Provenance.of(digest, run),
                cases.cases(),
                open,
                reached,
                edges(cases),
                ChainShares.of(cases),
                impunity,
                problems.all());
    }

    private static List<FunnelResult.Edge> edges(CaseHistories cases) {
        List<FunnelResult.Edge> edges = new ArrayList<>();
        List<String> stages = cases.road().stages();
        for (int stage = 0; stage < stages.size() - 1; stage++) {
            String from = stages.get(stage);
            cases.leaving(stage)
                    .ifPresent(exits -> edges.add(
                            new FunnelResult.Edge(from, exits.cases(), StillOpen.of(exits), Shares.of(exits))));
        }
        return edges;
    }

    /**
     * Puts groups of cases side by side.
     *
     * @param names of the groups; {@code group} of each case is a place in it
     * @param strata within which the groups are compared (a state, a year); empty for none
     */
    public static GroupsResult compare(
            CaseHistories cases, List<String> names, int[] group, int[] strata, FunnelOptions options, Run run) {
        Problems problems = new Problems();
        int outcome = outcome(cases.road(), options, problems);
        if (group.length != cases.cases() || (strata.length != 0 && strata.length != cases.cases())) {
            problems.add(FunnelFault.LENGTHS_DIFFER, "", group.length, cases.cases());
        }
        problems.refuse();
        Exits exits = cases.untilReached(outcome);
        if (exits.cases() < cases.cases()) {
            problems.add(FunnelFault.BEFORE_SEEN, "", cases.cases() - exits.cases());
        }
        int[] kept = cases.keptUntil(outcome);
        int[] groups = IntStream.of(kept).map(i -> group[i]).toArray();
        int[] inside = strata.length == 0
                ? strata
                : IntStream.of(kept).map(i -> strata[i]).toArray();
        List<GroupsResult.Line> lines = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            Exits own = exits.of(groups, g);
            if (own.cases() > 0) {
                Shares shares = Shares.of(own);
                caution(own, shares, options, problems);
                lines.add(new GroupsResult.Line(names.get(g), own.cases(), not(shares, options)));
            }
        }
        DataDigest digest = new DataDigest();
        cases.into(digest);
        names.forEach(digest::text);
        IntStream.concat(IntStream.of(group), IntStream.of(strata)).forEach(digest::whole);
        return new GroupsResult(
                Provenance.of(digest, run),
                lines,
                GrayTest.of(exits, 1, groups, inside),
                RankTest.logRank(exits, 1, groups, inside),
                problems.all());
    }

    /**
     * With which characteristics the road to the outcome differs: rates by Cox, shares by Fine and Gray.
     *
     * @param covariates of each case
     * @param strata of each case, each with rates of its own over time; empty for none
     */
    public static RegressionResult regress(
            CaseHistories cases, Covariates covariates, int[] strata, CoxTies ties, FunnelOptions options, Run run) {
        Problems problems = new Problems();
        int outcome = outcome(cases.road(), options, problems);
        if (covariates.cases() != cases.cases() || (strata.length != 0 && strata.length != cases.cases())) {
            problems.add(FunnelFault.LENGTHS_DIFFER, "", covariates.cases(), cases.cases());
        }
        problems.refuse();
        Exits exits = cases.untilReached(outcome);
        int[] kept = cases.keptUntil(outcome);
        Covariates known = covariates.of(kept);
        int[] inside = strata.length == 0
                ? strata
                : IntStream.of(kept).map(i -> strata[i]).toArray();
        CoxFit rates = Cox.fit(exits, 1, known, inside, ties);
        run.goOn();
        Optional<FineGray.Fit> shares =
                exits.isTruncated() ? Optional.empty() : Optional.of(FineGray.fit(exits, 1, known));
        DataDigest digest = new DataDigest();
        cases.into(digest);
        covariates.into(digest);
        IntStream.of(strata).forEach(digest::whole);
        digest.text(ties.name());
        return new RegressionResult(Provenance.of(digest, run), rates, shares, rates.cautions());
    }

    /** Ratios from counts by stage and year alone: see {@link StageCounts}. */
    public static CountsResult ofCounts(StageCounts counts, double level, Run run) {
        return counts.result(level, run);
    }

    private static int outcome(Road road, FunnelOptions options, Problems problems) {
        int outcome = road.stages().indexOf(options.outcome());
        if (outcome < 1) {
            problems.add(FunnelFault.UNKNOWN_STATE, "", options.outcome());
        }
        problems.refuse();
        return outcome;
    }

    private static List<ShareAt> at(Shares shares, FunnelOptions options) {
        return options.horizons().stream()
                .map(h -> shares.at(1, h, options.level()))
                .toList();
    }

    private static List<ShareAt> not(Shares shares, FunnelOptions options) {
        return options.horizons().stream()
                .map(h -> shares.notAt(1, h, options.level()))
                .toList();
    }

    private static void caution(Exits exits, Shares shares, FunnelOptions options, Problems problems) {
        if (exits.left(Exits.OPEN) == exits.cases()) {
            problems.add(FunnelFault.NOBODY_ENDED, "");
            return;
        }
        for (double horizon : options.horizons()) {
            int atRisk = shares.at(1, horizon, options.level()).atRisk();
            if (horizon > shares.last()) {
                problems.add(FunnelFault.BEYOND_DATA, "", Printed.tenths(horizon), Printed.tenths(shares.last()));
            } else if (atRisk < FEW) {
                problems.add(FunnelFault.FEW_AT_RISK, "", Printed.tenths(horizon), atRisk);
            }
        }
        for (int kind = 1; kind <= exits.kinds().size(); kind++) {
            if (exits.left(kind) == 0) {
                problems.add(FunnelFault.EXIT_NEVER_TAKEN, "", exits.kinds().get(kind - 1));
            }
        }
        shares.fewEarly(FEW)
                .ifPresent(few ->
                        problems.add(FunnelFault.FEW_AT_RISK_EARLY, "", Printed.tenths(few.time()), few.atRisk()));
    }
}
