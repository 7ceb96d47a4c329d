package org.fourfold.node.access;

import org.fourfold.node.frame.MemberId;

/** A member who may join with the code. The code is to be handed over in person and is shown once. */
public record Invitation(MemberId member, SignInName signInName, OneTimeCode code) {}
