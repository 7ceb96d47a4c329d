package org.fourfold.node.frame;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One thing that happened, as the record keeps it in clear: nothing here may tell who a person in care is. What must
 * be told but not in clear goes into {@code sealed}, encrypted under the subject's key by the caller.
 *
 * @param type what happened
 * @param subject the random id of the thing it happened to, if one
 * @param groups the field groups that were read, written or sent
 * @param count how many rows were shown or sent, where that says something; else 0
 * @param detail a code that says more (a refusal's reason, a format), never free text
 * @param sealed ciphertext, erasable with its key
 */
public record Event(
        EventType type,
        Optional<UUID> subject,
        Set<FieldGroup> groups,
        long count,
        String detail,
        Optional<Ciphertext> sealed) {

    private static final java.util.regex.Pattern DETAIL = java.util.regex.Pattern.compile("[a-z0-9._:/-]{0,120}");

    public Event {
        groups = groups.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(groups));
        if (!DETAIL.matcher(detail).matches()) {
            throw new IllegalArgumentException("an event's detail is a code, not free text");
        }
    }

    public static Event of(EventType type) {
        return new Event(type, Optional.empty(), Set.of(), 0, "", Optional.empty());
    }

    public Event about(UUID id) {
        return new Event(type, Optional.of(id), groups, count, detail, sealed);
    }

    public Event groups(Set<FieldGroup> touched) {
        return new Event(type, subject, touched, count, detail, sealed);
    }

    public Event count(long rows) {
        return new Event(type, subject, groups, rows, detail, sealed);
    }

    public Event detail(String code) {
        return new Event(type, subject, groups, count, code, sealed);
    }

    public Event sealed(Ciphertext ciphertext) {
        return new Event(type, subject, groups, count, detail, Optional.of(ciphertext));
    }
}
