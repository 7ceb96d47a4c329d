package org.fourfold.node.trust.web;

import java.util.List;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.Text;
import org.fourfold.node.trust.Reserve;

/** Whether a file could be opened in an emergency on a full disk, and what was and is not yet in the record. */
public final class ReserveHealth implements HealthCheck {

    private final Reserve reserve;

    public ReserveHealth(Reserve reserve) {
        this.reserve = reserve;
    }

    @Override
    public List<Finding> check() {
        Text name = Text.of("trust.health.reserve");
        int waiting;
        try {
            waiting = reserve.waiting().size();
        } catch (ProblemException unreadable) {
            return List.of(notReady(name));
        }
        if (waiting > 0) {
            return List.of(Finding.careful(
                    name,
                    Text.of("trust.health.reserve.waits", "count", waiting),
                    Text.of("trust.health.reserve.waits-mend")));
        }
        return List.of(
                reserve.isPrepared() ? Finding.well(name, Text.of("trust.health.reserve.well")) : notReady(name));
    }

    private static Finding notReady(Text name) {
        return Finding.careful(
                name, Text.of("trust.health.reserve.not-ready"), Text.of("trust.health.reserve.not-ready-mend"));
    }
}
