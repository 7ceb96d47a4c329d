package org.fourfold.node.trust.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;

/** An event as bytes of the reserve: what the record itself holds in clear, and when it truly happened. */
public record ReservedEvent(UUID id, Instant at, Actor actor, Event event) {

    private static final byte FORMAT = 1;

    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            write(out, id);
            out.writeLong(at.toEpochMilli());
            write(out, actor.member().value());
            out.writeUTF(actor.role().name());
            out.writeUTF(actor.purpose().name());
            write(out, actor.organisation().value());
            out.writeUTF(event.type().code());
            out.writeBoolean(event.subject().isPresent());
            write(out, event.subject().orElse(new UUID(0, 0)));
            out.writeByte(event.groups().size());
            for (FieldGroup group : event.groups()) {
                out.writeUTF(group.name());
            }
            out.writeLong(event.count());
            out.writeUTF(event.detail());
            byte[] sealed = event.sealed().map(Ciphertext::bytes).orElse(new byte[0]);
            out.writeInt(sealed.length);
            out.write(sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static ReservedEvent read(byte[] record) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalArgumentException("a reserve of another version");
            }
            UUID id = uuid(in);
            Instant at = Instant.ofEpochMilli(in.readLong());
            Actor actor = new Actor(
                    new MemberId(uuid(in)),
                    Role.valueOf(in.readUTF()),
                    Purpose.valueOf(in.readUTF()),
                    new OrganisationId(uuid(in)));
            return new ReservedEvent(id, at, actor, event(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event event(DataInputStream in) throws IOException {
        EventType type = new EventType(in.readUTF());
        boolean about = in.readBoolean();
        UUID subject = uuid(in);
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        for (int left = in.readByte(); left > 0; left--) {
            groups.add(FieldGroup.valueOf(in.readUTF()));
        }
        long count = in.readLong();
        String detail = in.readUTF();
        byte[] sealed = in.readNBytes(in.readInt());
        return new Event(
                type,
                about ? Optional.of(subject) : Optional.empty(),
                groups,
                count,
                detail,
                sealed.length == 0 ? Optional.empty() : Optional.of(Ciphertext.of(sealed)));
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
