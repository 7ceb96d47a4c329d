package org.fourfold.node.trust.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.trust.Glance;

/**
 * The record at a glance.
 *
 * @param signedAge how long ago the last entry under the checkpoint was recorded
 * @param found what the last check of everything found
 * @param latest the latest entries
 * @param vouched how many outside vouch for it, and up to which size
 * @param seals whether the reader may be asked to open seals
 */
public record RecordPage(
        Glance glance,
        Tag state,
        Optional<Text> signedAge,
        Optional<Text> found,
        List<EntriesPage.Line> latest,
        Text vouched,
        boolean seals) {

    static final int LATEST_SHOWN = 8;

    /** Longer than any log. */
    private static final int INDEX_DIGITS_MAX = 12;

    /** Whether what was typed can be the index of an entry. */
    static boolean isIndex(String typed) {
        return !typed.isEmpty()
                && typed.length() <= INDEX_DIGITS_MAX
                && typed.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
