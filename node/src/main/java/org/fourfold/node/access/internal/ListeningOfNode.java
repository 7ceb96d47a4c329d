package org.fourfold.node.access.internal;

import org.fourfold.node.access.Listening;

/** How this node listens: what was declared, or loopback. */
public record ListeningOfNode(Listening listening) {}
