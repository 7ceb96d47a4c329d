package org.fourfold.node.protection.web;

import java.time.Instant;

/** What was destroyed, what remains, and until when. */
public record ReceiptPage(String number, String by, Instant at, int texts, int tokens, Instant backupsUntil) {}
