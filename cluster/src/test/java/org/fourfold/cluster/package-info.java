@NullMarked
package org.fourfold.cluster;

import org.jspecify.annotations.NullMarked;
