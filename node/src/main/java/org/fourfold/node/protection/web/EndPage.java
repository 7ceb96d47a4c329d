package org.fourfold.node.protection.web;

import java.util.List;

/** A page that asks before something is done to a file as a whole. */
public record EndPage(String action, String back, String formKey, List<FieldInput> fields, String reason) {}
