package org.fourfold.node.access.web;

import java.io.Serializable;

/** Where a sign-in comes from, for the throttle; kept no longer than the request. */
record SignInDetails(String address) implements Serializable {}
