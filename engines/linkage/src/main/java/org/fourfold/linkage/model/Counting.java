package org.fourfold.linkage.model;

/** By what it is counted how rare a value is. */
public enum Counting {
    /** By the records that say it. */
    RECORDS,
    /** By the clusters that say it, once they are known: somebody who was recorded often makes no value common. */
    CLUSTERS
}
