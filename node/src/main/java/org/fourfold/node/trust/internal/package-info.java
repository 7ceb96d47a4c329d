/** The keys' cipher and files, the SQL of the record, the backup's framing. Start at OpenKeys and KeyFolder. */
@NullMarked
package org.fourfold.node.trust.internal;

import org.jspecify.annotations.NullMarked;
