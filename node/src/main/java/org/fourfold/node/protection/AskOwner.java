package org.fourfold.node.protection;

import java.util.Optional;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;

/**
 * A possible match in a file that the searcher may not open. One for each owner, whatever the number of files; never for a
 * sealed file.
 *
 * @param file the best match, for an emergency opening only
 * @param number the file's, where the searcher may know it: only while the disk is full, when nobody may open anything else
 */
public record AskOwner(MemberId owner, CaseFileId file, Optional<FileNumber> number) {}
