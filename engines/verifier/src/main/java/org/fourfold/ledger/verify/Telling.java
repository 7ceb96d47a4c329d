package org.fourfold.ledger.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.ledger.bag.Fault;
import org.fourfold.ledger.note.Policy;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.verify.Findings.Step;

/** Says in plain words what was found: what is proved, by whose keys, what is not, and the first fault. */
final class Telling {

    private final Words words;
    private final Findings found;
    private final List<String> lines = new ArrayList<>();

    private Telling(Words words, Findings found) {
        this.words = words;
        this.found = found;
    }

    /** All lines, the one for programs last. */
    static List<String> lines(Words words, Path what, Findings found) {
        Telling telling = new Telling(words, found);
        telling.say("checked", what);
        telling.lines.add("");
        found.fault.ifPresentOrElse(telling::fault, telling::proved);
        telling.keys();
        telling.notProved();
        telling.lines.add("");
        telling.lines.add(found.fault
                .map(fault -> "fourfold-verify 1 fault " + fault.code() + " " + fault.place())
                .orElse("fourfold-verify 1 holds"));
        return telling.lines;
    }

    private void say(String key, Object... values) {
        lines.add(words.text(key, values));
    }

    private void fault(Fault fault) {
        say("fault");
        String code = fault.code();
        lines.add("  " + words.text("fault." + code));
        lines.add("  "
                + words.text(fault.place().equals(Fault.NOWHERE) ? "fault.code" : "fault.place", code, fault.place()));
        if (!found.held.isEmpty()) {
            lines.add("");
            say("held");
            found.held.forEach(step -> lines.add("  - " + words.text("step." + step)));
        }
        lines.add("");
    }

    private void proved() {
        say("proved");
        boolean isLog = found.seal.map(seal -> seal.kind() == Seal.Kind.LOG).orElse(false);
        if (found.entries > 0) {
            lines.add("  - " + words.text(isLog ? "proved.log" : "proved.case", found.entries));
            lines.add("  - " + words.text("proved.times", found.first, found.last));
        } else {
            lines.add("  - " + words.text("proved.empty"));
        }
        found.checkpoint
                .map(SignedCheckpoint::checkpoint)
                .ifPresent(checkpoint -> lines.add("  - "
                        + words.text(
                                "proved.checkpoint",
                                checkpoint.origin(),
                                checkpoint.size(),
                                checkpoint.root().base64())));
        if (found.held.contains(Step.DECLARATION)) {
            lines.add("  - " + words.text("proved.files"));
        }
        if (found.opened > 0) {
            lines.add("  - " + words.text("proved.opened", found.opened));
        }
        if (found.earlier > 0) {
            lines.add("  - " + words.text("proved.earlier", found.earlier));
        }
        found.stamped.forEach(stamp -> lines.add("  - " + words.text("proved.stamp", stamp.file(), stamp.time())));
        lines.add("");
    }

    private void keys() {
        if (found.policy.isEmpty() || !found.held.contains(Step.CHECKPOINT)) {
            return;
        }
        Policy policy = found.policy.get();
        say("keys");
        key("keys.log", policy.log(), "");
        found.witnessed.forEach(
                witness -> key("keys.witness", witness.key(), witness.seen().toString()));
        found.silent.forEach(key -> key("keys.silent", key, ""));
        if (found.strangers > 0) {
            lines.add("  - " + words.text("keys.strangers", found.strangers));
        }
        lines.add("");
    }

    private void key(String text, VerifierKey key, String seen) {
        lines.add("  - " + words.text(text, key.name(), key.idHex(), seen));
        lines.add("    " + words.text("keys.fingerprint", key.fingerprint()));
    }

    private void notProved() {
        say("not");
        if (!found.isPinned) {
            lines.add("  - " + words.text("not.keys"));
        }
        lines.add("  - " + words.text("not.true"));
        lines.add("  - " + words.text("not.second"));
        if (!found.stamped.isEmpty()) {
            lines.add("  - " + words.text("not.stamps"));
            found.stamped.forEach(stamp -> lines.add(
                    "      openssl ts -verify -data " + stamp.data() + " -in " + stamp.file() + " -CAfile CA.pem"));
        }
    }
}
