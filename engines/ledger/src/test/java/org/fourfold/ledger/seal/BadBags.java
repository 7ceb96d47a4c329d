package org.fourfold.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.fourfold.ledger.TestLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A good bag of each kind, made once, and what is said of it after a change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadBags {

    static final int SIZE = 530;
    static final TestLog LOG = TestBags.LOG;

    @TempDir
    Path folder = Path.of("");

    BagContents whole = new BagContents();
    BagContents some = new BagContents();

    @BeforeAll
    void bags(@TempDir Path made) throws Exception {
        TestBags bags = new TestBags(made.resolve("log"), SIZE);
        bags.log(made.resolve("whole"));
        bags.aCase(made.resolve("case"));
        whole = BagContents.read(made.resolve("whole"));
        some = BagContents.read(made.resolve("case"));
    }

    String fault(Path bag) {
        return TestBags.check(bag)
                .fault()
                .map(fault -> fault.code() + " " + fault.place())
                .orElse("holds");
    }

    String fault(BagContents bag) throws IOException {
        return fault(bag.folder(folder.resolve("bag")));
    }

    /** The fault of a bag after a change that a forger made good in the manifests. */
    String forged(BagContents bag, UnaryOperator<BagContents> change) throws IOException {
        return fault(change.apply(bag.copy()).repaired());
    }

    String raw(BagContents bag, UnaryOperator<BagContents> change) throws IOException {
        return fault(change.apply(bag.copy()));
    }

    static String swapped(BagContents bag, String path, String from, String to) {
        String text = bag.text(path);
        assertThat(text).contains(from);
        return text.replace(from, to);
    }
}
