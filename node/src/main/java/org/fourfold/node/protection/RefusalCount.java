package org.fourfold.node.protection;

import java.time.YearMonth;

/** How many persons refused in a month, for a reason. Who they were stands nowhere. */
public record RefusalCount(YearMonth month, RefusalReason reason, int persons) {}
