/**
 * A new version of an installed package: who made it, whether it came whole, and how it takes the old one's place.
 *
 * <p>It promises that nothing of an archive is unpacked before its signature and its sum hold, that only plain files
 * inside one folder come out of it, and that the version in use is one name in one file, replaced in one step. It refuses
 * what no trusted key signed. It never touches a home: {@code fourfold update} does. Start reading at
 * {@link org.fourfold.command.update.Installation}; why it is so: docs/decisions/006-package-and-update.md.
 */
@NullMarked
package org.fourfold.command.update;

import org.jspecify.annotations.NullMarked;
