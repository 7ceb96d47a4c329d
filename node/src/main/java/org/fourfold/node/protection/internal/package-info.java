/**
 * How case files are stored: rows in clear, ciphertexts, keyed tokens, drafts. Nothing here decides; each query is bound
 * to a transaction that its caller opened. It refuses to hold a plaintext longer than a call. Start at {@code FileRows}.
 */
@NullMarked
package org.fourfold.node.protection.internal;

import org.jspecify.annotations.NullMarked;
