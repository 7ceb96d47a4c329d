package org.fourfold.node.partnership;

import java.util.SortedMap;

/** Makes the files of a public folder. The same publication gives the same bytes each time. */
@FunctionalInterface
public interface PublicPages {

    /** All files by name, without folders: pages, table, explanations, checksums. A withdrawn one gives a notice only. */
    SortedMap<String, byte[]> of(Publication publication);
}
