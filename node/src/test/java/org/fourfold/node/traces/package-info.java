/**
 * What a node leaves behind: nothing a person told may be found in a log, an error, a header, an address, a temporary
 * folder, the record's clear columns or the data directory. Start at {@code CanaryTest}.
 */
@NullMarked
package org.fourfold.node.traces;

import org.jspecify.annotations.NullMarked;
