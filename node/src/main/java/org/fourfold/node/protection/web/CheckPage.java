package org.fourfold.node.protection.web;

import java.util.List;

/** Everything once more before the file is made, and who may already have one about the same person. */
public record CheckPage(String action, String formKey, List<Row> rows, List<Line> lines, List<Ask> asks) {}
