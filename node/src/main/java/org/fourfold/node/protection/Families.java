package org.fourfold.node.protection;

import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Relating;
import org.fourfold.node.trust.Keyring;

/**
 * Families, and those who came together. Two files are linked only where both owners may see both; else the link is to a person
 * without a file. Refusals are thrown as {@link org.fourfold.node.frame.RefusedException}. Threads: safe.
 */
public final class Families {

    private final Relating relating;

    public Families(Database database, Keyring keyring, RandomGenerator random) {
        this.relating = new Relating(new Gate(database), keyring, random);
    }

    public FamilyView of(Actor actor, CaseFileId file) {
        return relating.of(actor, file);
    }

    /** Links two files from both sides. The other file is refused like one that is not there. */
    public void link(Actor actor, CaseFileId file, CaseFileId other, Relative.Kin kin) {
        if (file.equals(other)) {
            throw new ProblemException(Problem.inField("protection.family-number", "number"));
        }
        relating.link(actor, file, other, kin);
    }

    /** Somebody without a file, or with one that nobody here may know of. */
    public void mention(Actor actor, CaseFileId file, Relative.Kin kin, String typed) {
        String words = typed.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > Relative.WORDS_MAX) {
            throw new ProblemException(Problem.inField("protection.family-words", "words"));
        }
        relating.mention(actor, file, kin, words);
    }

    /** Takes a link away, from both sides where the actor may write both. */
    public void unlink(Actor actor, CaseFileId file, UUID relative) {
        relating.unlink(actor, file, relative);
    }
}
