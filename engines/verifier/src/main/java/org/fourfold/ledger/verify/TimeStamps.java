package org.fourfold.ledger.verify;

import java.util.HexFormat;
import java.util.Optional;
import org.fourfold.ledger.bag.BagFile;
import org.fourfold.ledger.bag.Container;
import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.stamp.TimeStamp;
import org.fourfold.ledger.tree.TreeHasher;

/** Step 10: whether each time stamp is one of the checkpoint beside it. */
record TimeStamps(Container bag, Findings found) {

    void check() throws FaultException {
        for (BagPaths.Numbered stamp : BagPaths.stamps(bag)) {
            String path = stamp.file().path();
            String data = BagPaths.EARLIER + stamp.number() + BagPaths.DOT_CHECKPOINT;
            BagFile checkpoint = bag.find(data);
            Optional<TimeStamp> read = TimeStamp.parse(bag.read(stamp.file()));
            if (checkpoint == null || read.isEmpty()) {
                throw FaultException.at("timestamp.malformed", path);
            }
            String digest = HexFormat.of().formatHex(TreeHasher.sha256().digest(bag.read(checkpoint)));
            if (!read.get().algorithm().equals(TimeStamp.SHA_256)
                    || !read.get().imprint().equals(digest)) {
                throw FaultException.at("timestamp.imprint", path);
            }
            found.stamped.add(new Findings.Stamped(data, path, read.get().time()));
        }
    }
}
