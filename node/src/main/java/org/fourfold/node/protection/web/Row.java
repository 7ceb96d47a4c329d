package org.fourfold.node.protection.web;

/** One row of a summary: what was asked, what was answered, where it is changed. */
public record Row(String term, String value, boolean given, String href) {}
