package org.fourfold.node.prevention;

import java.io.IOException;
import java.io.InputStream;

/** A list that somebody brings, readable as often as it is asked for while it is being counted. */
@FunctionalInterface
public interface OverlapList {

    InputStream open() throws IOException;
}
