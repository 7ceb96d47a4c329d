package org.fourfold.node.shell.web;

import java.util.List;
import org.fourfold.node.shell.RevisionConflictException;

/** Two people changed the same record: what stands there now beside what the reader typed. */
public record ConflictPage(String formPath, List<RevisionConflictException.Difference> differences) {}
