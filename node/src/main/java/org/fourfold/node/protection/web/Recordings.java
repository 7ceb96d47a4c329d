package org.fourfold.node.protection.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Spoken;
import org.fourfold.node.protection.Spoken.Recording;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Viewer;
import org.springframework.stereotype.Component;

/** Recordings of what the house says, where it is said. A lawyer plays none. */
@Component
public class Recordings {

    private final Spoken spoken;

    Recordings(Spoken spoken) {
        this.spoken = spoken;
    }

    /** A recording to play: its language, where it is, and since when. */
    public record Player(String id, String language, String path, String since) {}

    /** Those of the house, whoever plays them. */
    List<Recording> of(Viewer viewer) {
        Actor actor = Paths.actor(viewer);
        boolean house =
                actor.role() == Role.CASEWORKER || actor.role() == Role.NIGHT_STAFF || actor.role() == Role.SUPERVISOR;
        return house ? spoken.all(actor) : List.of();
    }

    static List<Player> players(PageFrame frame, List<Recording> all, Spoken.Text text) {
        return all.stream()
                .filter(one -> one.text() == text && one.played())
                .map(one -> player(frame, one))
                .sorted(Comparator.comparing(Player::language))
                .toList();
    }

    static Player player(PageFrame frame, Recording one) {
        return new Player(
                one.id().toString(), language(frame, one.language()), path(one.id()), frame.moment(one.added()));
    }

    /** By what a consent names: in which language it was and since when. */
    static Map<UUID, String> names(PageFrame frame, List<Recording> all) {
        return all.stream()
                .collect(Collectors.toMap(
                        Recording::id, one -> language(frame, one.language()) + ", " + frame.moment(one.added())));
    }

    static List<Choice> languages(PageFrame frame) {
        return Spoken.languages().stream()
                .map(code -> Choice.of(code, language(frame, code)))
                .toList();
    }

    static String path(UUID recording) {
        return "/recordings/" + recording + "/sound";
    }

    private static String language(PageFrame frame, String code) {
        return frame.text(Field.RIGHTS_LANGUAGE.optionKey(code));
    }
}
