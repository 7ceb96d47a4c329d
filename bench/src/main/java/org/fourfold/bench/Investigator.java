package org.fourfold.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.prosecution.Prosecution;

/** An investigation unit that is thrown away, with one invented investigator. */
final class Investigator implements AutoCloseable {

    final ScratchNode node;
    final Prosecution prosecution;
    final Actor actor;

    Investigator(Path folder) {
        this.node = new ScratchNode(
                NodeKind.INVESTIGATION_UNIT,
                folder,
                List.of(new Founders.Invented(
                        new NewMember(new SignInName("investigator"), "Investigator (invented)", Language.ES),
                        "not used to sign in",
                        Set.of(Role.INVESTIGATOR),
                        Optional.empty(),
                        false)));
        this.prosecution =
                new Prosecution(node.ground().databases().of("prosecution"), InstantSource.system(), node.random());
        this.actor = node.actor("investigator", Role.INVESTIGATOR, Purpose.INVESTIGATION);
    }

    @Override
    public void close() {
        node.close();
    }
}
