package org.fourfold.node.protection;

import java.util.List;
import java.util.Optional;

/**
 * Where the person of a file sleeps, and whom to call and whom never while they are out.
 *
 * @param absence while they are out
 * @param contact how to reach them, and how never; only while they are out, and as {@code contactShown} says
 * @param contactShown whether the reader may see that
 * @param withheld to whom nothing may go; as {@code contact}
 * @param log what nights wrote down about them, the latest first
 * @param earlier stays that ended, the latest first
 */
public record StayView(
        CaseFile file,
        Optional<String> name,
        Optional<ShelterStay> stay,
        Optional<Absence> absence,
        Answers contact,
        boolean contactShown,
        List<Withholding> withheld,
        List<ShelterStay> earlier,
        List<NightEntry> log,
        List<ShelterRoom> rooms,
        boolean mayWrite) {

    public StayView {
        withheld = List.copyOf(withheld);
        earlier = List.copyOf(earlier);
        log = List.copyOf(log);
        rooms = List.copyOf(rooms);
    }

    @Override
    public String toString() {
        return "stay of " + file.number();
    }
}
