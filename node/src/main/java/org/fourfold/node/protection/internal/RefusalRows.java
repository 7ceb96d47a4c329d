package org.fourfold.node.protection.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.RefusalCount;
import org.fourfold.node.protection.RefusalReason;

/** How many refused: one row a month and reason, and none of anybody. */
final class RefusalRows {

    /** Ten years of months with every reason. */
    private static final int ROWS_MAX = 120 * RefusalReason.values().length;

    private RefusalRows() {}

    static void add(Tx tx, OrganisationId organisation, YearMonth month, RefusalReason reason) {
        tx.sql("""
                INSERT INTO protection.identification_refusal (organisation, month, reason, persons)
                VALUES (:organisation, :month, :reason, 1)
                ON CONFLICT (organisation, month, reason)
                DO UPDATE SET persons = identification_refusal.persons + 1
                """)
                .with("organisation", organisation.value())
                .with("month", month.atDay(1))
                .with("reason", reason)
                .update();
    }

    /** The latest month first. */
    static List<RefusalCount> all(Tx tx) {
        return tx.sql("""
                SELECT month, reason, persons FROM protection.identification_refusal
                ORDER BY month DESC, reason LIMIT :rows
                """)
                .with("rows", ROWS_MAX)
                .list((row, n) -> new RefusalCount(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        RefusalReason.valueOf(row.getString("reason")),
                        row.getInt("persons")));
    }
}
