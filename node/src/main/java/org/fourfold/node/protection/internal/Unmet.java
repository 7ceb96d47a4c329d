package org.fourfold.node.protection.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.protection.UnmetCount;
import org.fourfold.node.protection.UnmetNeed;

/** Counting what could not be given. The event says that something was counted and nothing of what. */
public final class Unmet {

    /** Kinds of a month, times months of ten years. */
    private static final int ROWS_MAX = 3 * 10 * 7 * 120;

    private final Gate gate;
    private final RandomGenerator random;

    public Unmet(Gate gate, RandomGenerator random) {
        this.gate = gate;
        this.random = random;
    }

    public void note(Actor actor, UnmetNeed need) {
        gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            tx.sql("""
                    INSERT INTO protection.unmet_need (id, organisation, month, outcome, need, reason, persons)
                    VALUES (:id, :organisation, :month, :outcome, :need, :reason, :persons)
                    """)
                    .with("id", RandomIds.uuid(random))
                    .with("organisation", actor.organisation().value())
                    .with("month", need.month().atDay(1))
                    .with("outcome", need.outcome())
                    .with("need", need.need())
                    .with("reason", need.reason())
                    .with("persons", need.persons())
                    .update();
            tx.record(Event.of(Events.UNMET_COUNTED));
            return need;
        });
    }

    public List<UnmetCount> counts(Actor actor, YearMonth first, YearMonth last) {
        return gate.keepingHouse(actor, Gate.HOUSE, tx -> {
            tx.record(Event.of(Events.UNMET_SHOWN));
            return tx.sql("""
                    SELECT month, outcome, need, reason, sum(persons) AS persons FROM protection.unmet_need
                    WHERE month BETWEEN :first AND :last
                    GROUP BY month, outcome, need, reason ORDER BY month DESC, outcome, need, reason LIMIT :rows
                    """)
                    .with("first", first.atDay(1))
                    .with("last", last.atDay(1))
                    .with("rows", ROWS_MAX)
                    .list((rs, n) -> new UnmetCount(
                            YearMonth.from(rs.getObject("month", LocalDate.class)),
                            UnmetNeed.Outcome.valueOf(rs.getString("outcome")),
                            UnmetNeed.Need.valueOf(rs.getString("need")),
                            UnmetNeed.Reason.valueOf(rs.getString("reason")),
                            rs.getLong("persons")));
        });
    }
}
