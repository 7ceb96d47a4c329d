package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.DeskItem;

/** All that is due on the reader's desk. */
public record DuePage(List<DeskItem> items) {}
