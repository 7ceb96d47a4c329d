package org.fourfold.estimate.hotspots;

import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.Test;

class PublishedScansTest {
    static void show(String what, ScanResult r) {
        System.out.println("== " + what + " windows " + r.windows() + " " + r.cautions().stream().map(c -> c.fault().code()).distinct().toList());
        r.clusters().stream().limit(7).forEach(c -> System.out.println(c.centre() + " " + c.members().size() + " " + c.members() + " " + c.span() + " " + c.observed() + " " + c.expected() + " rr " + c.relativeRisk() + " LLR " + c.logLikelihoodRatio() + " p " + c.p()+" pop "+c.population()));
    }
    @Test
    void all() {
        Run run = Run.of(1);
        long t = System.nanoTime();
        show("ny", Hotspots.scan(ScanTables.newYork(), ScanOptions.spatial(ScanModel.POISSON).with(WindowLimits.usual().withPopulationShare(0.1)), run));
        System.out.println((System.nanoTime() - t) / 1e6);
        for (Metric m : Metric.values()) for (String p : new String[] {"seat", "center"})
        show("nm " + m + p, Hotspots.scan(ScanTables.newMexico(p, m, 1973, 19).build(), ScanOptions.spaceTime(ScanModel.POISSON, ScanTime.RETROSPECTIVE).withClustersMost(2), run));
        for (Metric m : Metric.values()) for (ScanTime p : new ScanTime[] {ScanTime.RETROSPECTIVE, ScanTime.PROSPECTIVE})
        show("nyc " + m + p, Hotspots.scan(ScanTables.fever(m), ScanOptions.spaceTime(ScanModel.SPACE_TIME_PERMUTATION, p).withClustersMost(2), run));
    }
}
