package org.fourfold.node.protection.web;

/** Whom to ask about a possible match, the way for a person who takes back what they agreed to, and that for emergencies only. */
public record Ask(String owner, String takeBackPath, String emergencyPath) {}
