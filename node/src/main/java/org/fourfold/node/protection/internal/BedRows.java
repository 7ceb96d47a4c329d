package org.fourfold.node.protection.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Bed;
import org.fourfold.node.protection.ShelterRoom;

/** Statements over rooms and beds, and over which are taken. */
final class BedRows {

    /** Of all rooms together. */
    private static final int ROWS_MAX = ShelterRoom.ROOMS_MAX * ShelterRoom.BEDS_MAX;

    private record Line(UUID room, String roomName, Optional<UUID> heldFor, Optional<Bed> bed) {}

    private BedRows() {}

    /** All rooms with their beds, in the order of their names. */
    static List<ShelterRoom> rooms(Tx tx) {
        List<Line> lines = tx.sql("""
                SELECT r.id AS room, r.name AS room_name, h.stay AS held, b.id AS bed, b.name AS bed_name, b.closed,
                       t.stay AS taken
                FROM protection.room r LEFT JOIN protection.bed b ON b.room = r.id
                LEFT JOIN protection.bed_taken t ON t.bed = b.id LEFT JOIN protection.room_held h ON h.room = r.id
                ORDER BY r.name, r.id, b.name, b.id LIMIT :rows
                """)
                .with("rows", ROWS_MAX)
                .list((rs, n) -> new Line(
                        rs.getObject("room", UUID.class),
                        rs.getString("room_name"),
                        Optional.ofNullable(rs.getObject("held", UUID.class)),
                        Optional.ofNullable(rs.getObject("bed", UUID.class)).isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Bed(
                                        rs.getObject("bed", UUID.class),
                                        rs.getString("bed_name"),
                                        rs.getBoolean("closed"),
                                        Optional.ofNullable(rs.getObject("taken", UUID.class))))));
        Map<UUID, List<Line>> byRoom = new LinkedHashMap<>();
        lines.forEach(line ->
                byRoom.computeIfAbsent(line.room(), room -> new ArrayList<>()).add(line));
        return byRoom.values().stream().map(BedRows::room).toList();
    }

    private static ShelterRoom room(List<Line> lines) {
        Line first = lines.getFirst();
        return new ShelterRoom(
                first.room(),
                first.roomName(),
                first.heldFor(),
                lines.stream().flatMap(line -> line.bed().stream()).toList());
    }

    /** False where one of that name is there. */
    static boolean addRoom(Tx tx, UUID id, OrganisationId organisation, String name) {
        return tx.sql("""
                        INSERT INTO protection.room (id, organisation, name) VALUES (:id, :organisation, :name)
                        ON CONFLICT (organisation, name) DO NOTHING
                        """)
                        .with("id", id)
                        .with("organisation", organisation.value())
                        .with("name", name)
                        .update()
                == 1;
    }

    static boolean addBed(Tx tx, UUID id, UUID room, String name) {
        return tx.sql("""
                        INSERT INTO protection.bed (id, room, name) VALUES (:id, :room, :name)
                        ON CONFLICT (room, name) DO NOTHING
                        """).with("id", id).with("room", room).with("name", name).update() == 1;
    }

    /** False where somebody has it, or there is none. */
    static boolean close(Tx tx, UUID bed, boolean closed) {
        return tx.sql("""
                        UPDATE protection.bed SET closed = :closed
                        WHERE id = :bed AND NOT EXISTS (SELECT FROM protection.bed_taken t WHERE t.bed = bed.id)
                        """).with("bed", bed).with("closed", closed).update() == 1;
    }

    /** False where somebody has it. */
    static boolean take(Tx tx, UUID bed, UUID stay) {
        return tx.sql("""
                        INSERT INTO protection.bed_taken (bed, stay) VALUES (:bed, :stay) ON CONFLICT (bed) DO NOTHING
                        """).with("bed", bed).with("stay", stay).update() == 1;
    }

    static void hold(Tx tx, UUID room, UUID stay) {
        tx.sql("INSERT INTO protection.room_held (room, stay) VALUES (:room, :stay) ON CONFLICT (room) DO NOTHING")
                .with("room", room)
                .with("stay", stay)
                .update();
    }

    /** What the stay had is free. */
    static void free(Tx tx, UUID stay) {
        tx.sql("DELETE FROM protection.bed_taken WHERE stay = :stay")
                .with("stay", stay)
                .update();
        tx.sql("DELETE FROM protection.room_held WHERE stay = :stay")
                .with("stay", stay)
                .update();
    }
}
