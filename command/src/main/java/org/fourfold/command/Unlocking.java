package org.fourfold.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.PassphraseSources;

/** The organisation's passphrase for a command that opens a home by itself. */
final class Unlocking {

    private Unlocking() {}

    /** Unlocks a node that was opened for this command alone; one that runs is left as its people keep it. */
    static void unlock(OpenNode node, Invocation invocation, Optional<Integer> descriptor) {
        Keyring keyring = node.facade(Keyring.class);
        if (invocation.inside().isPresent() || keyring.isUnlocked()) {
            return;
        }
        char[] secret = passphrase(invocation, descriptor, "command.unlock.ask-passphrase");
        try {
            keyring.unlock(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** From a safe source, or typed now. The caller overwrites it. */
    static char[] passphrase(Invocation invocation, Optional<Integer> descriptor, String prompt) {
        OptionalInt number = descriptor.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return new PassphraseSources(number, invocation.environment())
                .find()
                .or(() -> invocation.terminal().secret(invocation.text(prompt)))
                .orElseThrow(() -> new ProblemException(Problem.of("command.passphrase-missing")));
    }
}
