package org.fourfold.node.shell;

import org.fourfold.node.frame.Language;

/** Somebody before sign-in: all that a page may know of them. A controller takes it as a parameter. */
public record Visitor(Language language, String organisationName, boolean demonstration) {}
