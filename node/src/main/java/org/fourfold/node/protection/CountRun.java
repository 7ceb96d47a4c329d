package org.fourfold.node.protection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.protection.count.CountPeriod;
import org.fourfold.node.protection.count.Tally;

/**
 * A count that was asked for, as it stands now.
 *
 * @param looked files looked at so far
 * @param known files that there are about, to tell how far it is
 * @param asked when it was asked for: numbers are as of then
 * @param tally once it is done
 * @param elsewhere files of the house that may be known of and are not in it
 * @param failed it could not be done, and is asked for anew
 */
public record CountRun(
        UUID id,
        CountPeriod period,
        Instant asked,
        long looked,
        long known,
        Optional<Tally> tally,
        long elsewhere,
        boolean failed) {}
