/** Tables from outside: workbooks that another library wrote, and bad ones made by hand. */
@NullMarked
package org.fourfold.node.tables;

import org.jspecify.annotations.NullMarked;
