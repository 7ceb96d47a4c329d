package org.fourfold.node.access;

/** Tells whether what somebody typed is the code of the organisation's recovery sheet. Asked of trust's keys. */
@FunctionalInterface
public interface SheetCheck {

    boolean matches(String typed);
}
