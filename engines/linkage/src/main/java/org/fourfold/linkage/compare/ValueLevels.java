package org.fourfold.linkage.compare;

/** Says at which level two values agree, counted from 1. */
@FunctionalInterface
interface ValueLevels {

    /** The level of two values that are said, by their numbers. */
    int level(int x, int y);
}
