package org.fourfold.node.access.internal;

import org.fourfold.node.frame.EventType;

/** What access writes into the record. */
public final class Events {

    public static final EventType MEMBERS_LISTED = new EventType("members.listed");
    public static final EventType MEMBER_INVITED = new EventType("member.invited");
    public static final EventType MEMBER_JOINED = new EventType("member.joined");
    public static final EventType MEMBER_DISABLED = new EventType("member.disabled");
    public static final EventType MEMBER_NEW_CODE = new EventType("member.new-code");
    public static final EventType MEMBER_SET_UP = new EventType("member.set-up");
    public static final EventType MEMBER_LANGUAGE = new EventType("member.language-chosen");
    public static final EventType ROLE_PROPOSED = new EventType("role.proposed");
    public static final EventType ROLE_CONFIRMED = new EventType("role.confirmed");
    public static final EventType ROLE_ENDED = new EventType("role.ended");
    public static final EventType TEAM_MADE = new EventType("team.made");
    public static final EventType TEAM_CHANGED = new EventType("team.changed");
    public static final EventType REFUSED = new EventType("access.refused");
    public static final EventType SIGNED_IN = new EventType("access.signed-in");
    public static final EventType SIGN_IN_FAILED = new EventType("access.sign-in-failed");
    public static final EventType SIGNED_OUT = new EventType("access.signed-out");
    public static final EventType PASSWORD_CHANGED = new EventType("access.password-changed");
    public static final EventType PASSKEY_ADDED = new EventType("access.passkey-added");
    public static final EventType PASSKEY_REMOVED = new EventType("access.passkey-removed");
    public static final EventType RECOVERY_CODES_MADE = new EventType("access.recovery-codes-made");
    public static final EventType DEVICE_PAIRING_OPENED = new EventType("device.pairing-opened");
    public static final EventType DEVICE_PAIRED = new EventType("device.paired");
    public static final EventType DEVICE_REVOKED = new EventType("device.revoked");

    private Events() {}
}
