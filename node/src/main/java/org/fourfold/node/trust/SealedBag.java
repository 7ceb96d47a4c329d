package org.fourfold.node.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.verify.BagCheck;
import org.fourfold.ledger.verify.Findings;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.trust.internal.BagDigest;

/**
 * A sealed bag as it lies on a disk.
 *
 * @param name of the file or folder
 * @param digest what stands for it on paper, in hexadecimal digits
 * @param entries how many entries were checked; empty for one that is encrypted, of which only the digest is known
 */
public record SealedBag(String name, String digest, OptionalLong entries) {

    private static final String ENCRYPTED = ".age";

    /** Reads it, and checks all of it where it is in clear: one that does not hold is a problem. */
    public static SealedBag read(Path place) {
        String name = String.valueOf(place.getFileName());
        try {
            if (name.endsWith(ENCRYPTED) && Files.isRegularFile(place)) {
                return new SealedBag(name, BagDigest.of(place), OptionalLong.empty());
            }
            Findings findings = BagCheck.check(place, Optional.empty(), new FastEd25519());
            if (!findings.holds()) {
                throw broken(findings.fault().map(fault -> fault.code()).orElse("bag.unreadable"));
            }
            return new SealedBag(name, BagDigest.of(place), OptionalLong.of(findings.entries()));
        } catch (IOException e) {
            throw broken("bag.unreadable");
        }
    }

    private static ProblemException broken(String code) {
        return new ProblemException(Problem.of("trust.bag-broken").with("code", code));
    }
}
