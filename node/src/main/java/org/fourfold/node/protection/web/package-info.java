/**
 * The pages of case files. Controllers parse, ask the façade, and render; page records hold words and codes ready to
 * show. Nothing here decides. Start at {@code FileController}.
 */
@NullMarked
package org.fourfold.node.protection.web;

import org.jspecify.annotations.NullMarked;
