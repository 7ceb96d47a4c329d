@NullMarked
package org.fourfold.linkage.records;

import org.jspecify.annotations.NullMarked;
