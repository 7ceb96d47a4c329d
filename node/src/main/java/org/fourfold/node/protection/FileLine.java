package org.fourfold.node.protection;

import java.util.Optional;

/** One line of a list: the file, and the name where one was given and may be shown. */
public record FileLine(CaseFile file, Optional<String> name) {}
