package org.fourfold.node.trust.web;

/**
 * The page that unlocks.
 *
 * @param back the path to go to afterwards
 * @param recovering whether the recovery code is asked for, not the passphrase
 */
public record UnlockPage(String back, boolean recovering) {}
