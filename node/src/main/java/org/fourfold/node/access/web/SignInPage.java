package org.fourfold.node.access.web;

/**
 * The two pages of signing in.
 *
 * @param name what was typed as name, given back; never for the password page
 * @param script the address of the passkey script
 */
public record SignInPage(String name, String script) {}
