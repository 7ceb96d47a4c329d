package org.fourfold.node.protection;

/** Whether work on a file goes on. */
public enum CaseState {
    OPEN,
    CLOSED
}
