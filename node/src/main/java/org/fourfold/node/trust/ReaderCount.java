package org.fourfold.node.trust;

import java.util.UUID;

/** How often others consulted a thing, and how many others. */
public record ReaderCount(UUID subject, int members, int times) {}
