package org.fourfold.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fourfold.ledger.bag.BagFile;
import org.fourfold.ledger.bag.Container;
import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.tree.ConsistencyProof;
import org.fourfold.ledger.tree.Hash;
import org.jspecify.annotations.Nullable;

/** Step 9: whether the log as it was signed earlier is the beginning of the log as it is. */
final class EarlierCheckpoints {

    private static final String MALFORMED = "earlier.malformed";

    private final Container bag;
    private final Seal seal;
    private final List<BagPaths.Numbered> files;
    private final Map<Long, @Nullable Hash> roots = new HashMap<>();

    EarlierCheckpoints(Container bag, Seal seal) {
        this.bag = bag;
        this.seal = seal;
        this.files = BagPaths.numbered(bag, BagPaths.EARLIER, BagPaths.DOT_CHECKPOINT);
        files.forEach(file -> roots.put(file.number(), null));
    }

    /** Whether the root of that size is wanted. */
    boolean isAsked(long size) {
        return !roots.isEmpty() && roots.containsKey(size);
    }

    void rootIs(long size, Hash root) {
        roots.put(size, root);
    }

    long count() {
        return files.size();
    }

    void check(Checkpoint later, Signatures signatures) throws FaultException {
        Set<Long> sizes = new HashSet<>();
        for (BagPaths.Numbered file : files) {
            sizes.add(file.number());
        }
        List<BagPaths.Numbered> all = new ArrayList<>(files);
        all.addAll(BagPaths.numbered(bag, BagPaths.EARLIER, BagPaths.CONSISTENCY));
        all.sort((a, b) ->
                a.number() == b.number() ? a.file().compareTo(b.file()) : Long.compare(a.number(), b.number()));
        for (BagPaths.Numbered file : all) {
            boolean isProof = file.file().path().endsWith(BagPaths.CONSISTENCY);
            if (!isProof) {
                checkpoint(file, later, signatures);
            } else if (seal.kind() == Seal.Kind.LOG || !sizes.contains(file.number())) {
                throw FaultException.at(MALFORMED, file.file().path());
            }
        }
    }

    private void checkpoint(BagPaths.Numbered file, Checkpoint later, Signatures signatures) throws FaultException {
        String path = file.file().path();
        Optional<SignedCheckpoint> read = Signatures.read(bag.read(file.file()))
                .filter(parsed -> parsed.checkpoint().size() == file.number());
        if (read.isEmpty()) {
            throw FaultException.at(MALFORMED, path);
        }
        Checkpoint earlier = read.get().checkpoint();
        if (!earlier.origin().equals(later.origin())) {
            throw FaultException.at("earlier.origin", path);
        }
        if (earlier.size() > later.size()) {
            throw FaultException.at("earlier.size", path);
        }
        signatures.check(read.get(), path, new Findings());
        String proof = BagPaths.EARLIER + earlier.size() + BagPaths.CONSISTENCY;
        if (seal.kind() == Seal.Kind.LOG && bag.find(proof) != null) {
            throw FaultException.at(MALFORMED, proof);
        }
        boolean isSame = switch (seal.kind()) {
            case LOG -> Objects.equals(earlier.root(), roots.get(earlier.size()));
            case CASE -> isConsistent(earlier, later, proof);
        };
        if (!isSame) {
            throw FaultException.at("earlier.fork", path);
        }
    }

    private boolean isConsistent(Checkpoint earlier, Checkpoint later, String path) throws FaultException {
        BagFile file = bag.find(path);
        if (file == null) {
            throw FaultException.at(MALFORMED, path);
        }
        Optional<List<Hash>> hashes = hashes(bag.read(file));
        boolean isTrivial = earlier.size() == 0 || earlier.size() == later.size();
        if (hashes.isEmpty() || (isTrivial && !hashes.get().isEmpty())) {
            throw FaultException.at(MALFORMED, path);
        }
        // From nothing everything grows: there is no proof of it, and none is asked.
        return earlier.size() == 0
                || new ConsistencyProof(earlier.size(), later.size(), hashes.get()).holds(earlier.root(), later.root());
    }

    private static Optional<List<Hash>> hashes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.length() % (Hash.BASE64_LENGTH + 1) != 0) {
            return Optional.empty();
        }
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < text.length(); at += Hash.BASE64_LENGTH + 1) {
            Optional<Hash> hash = Hash.fromBase64(text.substring(at, at + Hash.BASE64_LENGTH));
            if (hash.isEmpty() || text.charAt(at + Hash.BASE64_LENGTH) != '\n') {
                return Optional.empty();
            }
            hashes.add(hash.get());
        }
        return Optional.of(hashes);
    }
}
