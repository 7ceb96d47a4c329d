package org.fourfold.linkage.store;

import java.io.IOException;

/** Told before everything that a store does to its folder. A test lets it fail at any of them, as a pulled plug would. */
@FunctionalInterface
interface Steps {

    Steps NONE = what -> {};

    void before(String what) throws IOException;
}
