package org.fourfold.node.protection.web;

/**
 * Whom to ask about a possible match, and the way for emergencies only.
 *
 * @param number the file's, where the reader may know it; else empty
 */
public record Ask(String owner, String emergencyPath, String number) {}
