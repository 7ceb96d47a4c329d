package org.fourfold.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fourfold.ledger.Vectors;
import org.fourfold.ledger.json.JsonValue;
import org.junit.jupiter.api.Test;

/**
 * The published cases of transparency-dev/merkle (RFC 9162). Not run, with their reason: subtreeinclusion and
 * subtreeconsistency with a start above 0, for nothing here signs or proves subtrees; those that start at 0 are ordinary
 * proofs and are run.
 */
class MerkleVectorsTest {

    private int run;

    @Test
    void everyInclusionCaseIsDecidedAsPublished() throws IOException {
        for (Path file : Vectors.jsonBelow(Vectors.require("merkle-rfc9162/inclusion"))) {
            JsonValue of = Vectors.json(file);
            decide(file, of, inclusion(of, "treeSize"));
        }
        assertThat(run).isGreaterThan(90);
    }

    @Test
    void everyConsistencyCaseIsDecidedAsPublished() throws IOException {
        for (Path file : Vectors.jsonBelow(Vectors.require("merkle-rfc9162/consistency"))) {
            JsonValue of = Vectors.json(file);
            boolean holds = consistency(of, "size1", "size2", "root1", "root2");
            decide(file, of, holds);
        }
        assertThat(run).isGreaterThan(80);
    }

    @Test
    void subtreesThatBeginAtNothingAreOrdinaryTrees() throws IOException {
        List<String> left = new ArrayList<>();
        for (Path file : Vectors.jsonBelow(Vectors.require("merkle-rfc9162/subtreeinclusion"))) {
            JsonValue of = Vectors.json(file);
            if (size(of, "start") == 0) {
                decide(file, of, inclusion(of, "end"));
            } else {
                left.add(file.subpath(file.getNameCount() - 3, file.getNameCount())
                        .toString());
            }
        }
        for (Path file : Vectors.jsonBelow(Vectors.require("merkle-rfc9162/subtreeconsistency"))) {
            JsonValue of = Vectors.json(file);
            if (size(of, "start") == 0 && size(of, "end") > 0) {
                decide(file, of, consistency(of, "end", "size", "root1", "root2"));
            } else {
                left.add(file.subpath(file.getNameCount() - 3, file.getNameCount())
                        .toString());
            }
        }
        assertThat(run + left.size()).isGreaterThan(300);
        left.forEach(name -> System.out.println("not run: " + name + ": a subtree; nothing here proves those"));
    }

    @Test
    void theTreeOfRfc6962HasThePublishedRoots() throws IOException {
        JsonValue tree = Vectors.json(Vectors.require("merkle-rfc9162/rfc6962-tree.json"));
        List<JsonValue> inputs = Vectors.items(Vectors.member(tree, "leafInputsHex"));
        List<JsonValue> roots = Vectors.items(Vectors.member(tree, "rootsBySize0to8"));
        Frontier frontier = new Frontier();
        assertThat(frontier.root().hex()).isEqualTo(Vectors.text(roots.getFirst()));
        for (int i = 0; i < inputs.size(); i++) {
            byte[] entry = HexFormat.of().parseHex(Vectors.text(inputs.get(i)));
            frontier.append(new TreeHasher().leaf(entry));
            assertThat(frontier.root().hex()).isEqualTo(Vectors.text(roots.get(i + 1)));
        }
    }

    /** The same without the files: constants.go of transparency-dev/merkle, Apache-2.0. */
    @Test
    void theSmallestTreesHaveTheKnownRoots() {
        assertThat(new Frontier().root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Frontier.rootOf(List.of(new TreeHasher().leaf(new byte[0]))).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    private void decide(Path file, JsonValue of, boolean holds) {
        assertThat(holds).as(file.toString()).isNotEqualTo(Vectors.isTrue(Vectors.member(of, "wantErr")));
        run++;
    }

    private static boolean inclusion(JsonValue of, String size) {
        Optional<Hash> leaf = hash(of, "leafHash");
        Optional<Hash> root = hash(of, "root");
        Optional<List<Hash>> path = path(of);
        return leaf.isPresent()
                && root.isPresent()
                && path.isPresent()
                && new InclusionProof(size(of, "leafIdx"), size(of, size), path.get()).holds(leaf.get(), root.get());
    }

    private static boolean consistency(JsonValue of, String from, String to, String before, String after) {
        // Hashes of another length stand for "any": two of them are the same when they are written alike.
        Optional<List<Hash>> path = path(of);
        return path.isPresent()
                && new ConsistencyProof(size(of, from), size(of, to), path.get())
                        .holds(anyHash(of, before), anyHash(of, after));
    }

    private static Hash anyHash(JsonValue of, String name) {
        String text = Vectors.text(Vectors.member(of, name));
        return Hash.fromBase64(text).orElseGet(() -> new TreeHasher().leaf(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Hash> hash(JsonValue of, String name) {
        return Hash.fromBase64(Vectors.text(Vectors.member(of, name)));
    }

    private static Optional<List<Hash>> path(JsonValue of) {
        List<Hash> path = new ArrayList<>();
        for (JsonValue hash : Vectors.items(Vectors.member(of, "proof"))) {
            Optional<Hash> read = Hash.fromBase64(Vectors.text(hash));
            if (read.isEmpty()) {
                return Optional.empty();
            }
            path.add(read.get());
        }
        return Optional.of(path);
    }

    private static long size(JsonValue of, String name) {
        return (long) Vectors.number(Vectors.member(of, name));
    }
}
