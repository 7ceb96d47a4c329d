package org.fourfold.node.partnership;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;

/**
 * Whether the organisation publishes at all. Off, until an administrator and a supervisor, two persons, agree; either alone
 * turns it off again.
 *
 * @param contact where readers may write to about the figures; may be empty
 * @param agreed empty while it waits for the second person
 */
public record Permission(UUID id, Step asked, PublicLicence licence, String contact, Optional<Step> agreed) {

    /** The longest contact line, in characters. */
    public static final int CONTACT_LENGTH_MAX = 200;

    /** One person's step. */
    public record Step(MemberId member, Role role, Instant at) {}

    public boolean isOn() {
        return agreed.isPresent();
    }

    /** Whether this person in this role may be the second: another person, and the other of the two roles. */
    public boolean mayAgree(MemberId member, Role role) {
        return agreed.isEmpty() && !asked.member().equals(member) && asked.role() != role;
    }
}
