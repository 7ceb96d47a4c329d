package org.fourfold.node.trust;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.trust.internal.Fields;
import org.fourfold.node.trust.internal.KeyFolder;

/** When this home was last backed up, and when a restore was last tried: what {@code doctor} asks for. */
public final class Backups {

    private static final String NAME = "state.txt";
    private static final String KIND = "fourfold backups 1";
    private static final String NEVER = "never";

    /**
     * What is known.
     *
     * @param lastBackup when the last backup was whole on the disk
     * @param lastRestoreTried when a backup was last restored here
     */
    public record State(Optional<Instant> lastBackup, Optional<Instant> lastRestoreTried) {}

    private final KeyFolder folder;

    public Backups(Path folder) {
        this.folder = new KeyFolder(folder);
    }

    public State state() {
        return folder.read(NAME)
                .map(text -> Fields.parse(KIND, text))
                .map(fields -> new State(instant(fields, "last-backup"), instant(fields, "last-restore-tried")))
                .orElse(new State(Optional.empty(), Optional.empty()));
    }

    void backedUp(Instant at) {
        keep(new State(Optional.of(at), state().lastRestoreTried()));
    }

    /** A restore succeeded here, of this home's own backup or in a rehearsal elsewhere that is told to this home. */
    public void restoreTried(Instant at) {
        keep(new State(state().lastBackup(), Optional.of(at)));
    }

    private void keep(State state) {
        folder.write(
                NAME,
                Fields.of(KIND)
                        .with(
                                "last-backup",
                                state.lastBackup().map(Instant::toString).orElse(NEVER))
                        .with(
                                "last-restore-tried",
                                state.lastRestoreTried().map(Instant::toString).orElse(NEVER))
                        .toString());
    }

    private static Optional<Instant> instant(Fields fields, String name) {
        String text = fields.text(name);
        return text.equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
