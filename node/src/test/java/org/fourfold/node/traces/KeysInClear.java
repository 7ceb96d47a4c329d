package org.fourfold.node.traces;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.trust.Argon2id;
import org.fourfold.node.trust.internal.EpochKeys;
import org.fourfold.node.trust.internal.EpochKeys.Kind;
import org.fourfold.node.trust.internal.FileKeyWrap;
import org.fourfold.node.trust.internal.KeyFolder;
import org.fourfold.node.trust.internal.KeyTable;
import org.fourfold.node.trust.internal.OpenKeys;
import org.fourfold.node.trust.internal.OrganisationKeyFile;
import org.fourfold.node.trust.internal.Secret;
import org.fourfold.node.trust.internal.Unlocked;

/** The bytes of every key of a home, as only a test may hold them: to be looked for where they must not be. */
final class KeysInClear {

    private KeysInClear() {}

    /** Those of the organisation, its epochs and these files, opened with the passphrase. */
    static Needles of(Ground ground, String passphrase, Collection<CaseFileId> files) {
        KeyFolder folder = new KeyFolder(ground.home().keys());
        byte[] organisation = OrganisationKeyFile.parse(
                        folder.read(OrganisationKeyFile.NAME).orElseThrow())
                .open(passphrase.toCharArray(), new Argon2id());
        Needles needles = new Needles().secret("organisation", organisation.clone());
        try (OpenKeys keys = new OpenKeys(Refuge.RANDOM)) {
            Unlocked bare = new Unlocked(keys, keys.keep(organisation), new TreeMap<>(), new TreeMap<>());
            EpochKeys epochs = new EpochKeys(folder, Refuge.RANDOM);
            Unlocked open = new Unlocked(
                    keys,
                    bare.organisation(),
                    epochs.open(keys, bare.wrapping(), Kind.EPOCH),
                    epochs.open(keys, bare.wrapping(), Kind.PASSING));
            List<Secret> epochKeys = new ArrayList<>();
            open.epochs().values().forEach(each -> epochKeys.add(each.secret()));
            open.passing().values().forEach(each -> epochKeys.add(each.secret()));
            epochKeys.forEach(each -> needles.secret("epoch", copy(each)));
            new KeyTable(ground.databases().of("trust"))
                    .find(files)
                    .forEach(wrapped -> needles.secret("file", copy(FileKeyWrap.unwrap(open, wrapped))));
        }
        return needles;
    }

    private static byte[] copy(Secret secret) {
        return secret.use(byte[]::clone);
    }
}
