package org.fourfold.node.protection.web;

/** A file that came to its reader: from whom, by whom, why. */
public record HandedPage(String path, String back, String former, String by, String at, String reason) {}
