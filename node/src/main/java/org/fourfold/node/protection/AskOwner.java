package org.fourfold.node.protection;

import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;

/**
 * A possible match in a file that the searcher may not open. One for each owner, whatever the number of files; never for a
 * sealed file.
 *
 * @param file the best match, for an emergency opening only
 */
public record AskOwner(MemberId owner, CaseFileId file) {}
