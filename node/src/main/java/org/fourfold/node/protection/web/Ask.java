package org.fourfold.node.protection.web;

/** Whom to ask about a possible match, and the way for emergencies only. */
public record Ask(String owner, String emergencyPath) {}
