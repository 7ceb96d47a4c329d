package org.fourfold.linkage.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fourfold.linkage.NameForms;
import org.fourfold.linkage.normalise.SoundKey;

/** Which given names are forms of one name, asked by how they sound: Paco and Francisco, Beto and both Alberto and Roberto. */
public final class Forms {

    private static final Forms SHIPPED = new Forms();

    /** Per sound its group, from 1. */
    private final Map<String, Integer> groups = new HashMap<>();

    /** Per group the sound of the name that it is first of all a form of. */
    private final List<String> names = new ArrayList<>(List.of(""));

    private final boolean[][] share;

    private Forms() {
        // In alphabetical order, so that numbers are the same everywhere.
        Map<String, Set<String>> bySound = new TreeMap<>(NameForms.bySound(SoundKey::of));
        List<Set<String>> namesOf = new ArrayList<>(List.of(Set.of()));
        bySound.forEach((sound, of) -> {
            groups.put(sound, namesOf.size());
            namesOf.add(of);
            names.add(SoundKey.of(of.iterator().next()));
        });
        share = new boolean[namesOf.size()][namesOf.size()];
        for (int i = 1; i < share.length; i++) {
            for (int j = 1; j < share.length; j++) {
                share[i][j] = namesOf.get(i).stream().anyMatch(namesOf.get(j)::contains);
            }
        }
    }

    public static Forms shipped() {
        return SHIPPED;
    }

    /** The group of a sound; 0 when it is a form of nothing. */
    public int group(String sound) {
        return groups.getOrDefault(sound, 0);
    }

    /** Whether two groups stand for one name. */
    public boolean share(int one, int other) {
        return share[one][other];
    }

    /** The sound of the name that a sound is a form of; itself when it is a form of nothing. */
    String name(String sound) {
        int group = group(sound);
        return group == 0 ? sound : names.get(group);
    }
}
