/** Tests of the whole: its structure, its texts, its templates. Start at StructureTest. */
@NullMarked
package org.fourfold.node;

import org.jspecify.annotations.NullMarked;
