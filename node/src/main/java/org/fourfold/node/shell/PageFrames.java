package org.fourfold.node.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes the frame around a page. A controller takes this bean and asks it once a page. */
public final class PageFrames {

    private final House house;
    private final Texts texts;
    private final Assets assets;
    private final List<Menu> menus;

    public PageFrames(House house, Texts texts, Assets assets, List<Menu> menus) {
        this.house = house;
        this.texts = texts;
        this.assets = assets;
        this.menus = List.copyOf(menus);
    }

    /** For a member: a page of a room, for the purpose that the room stands for. */
    public PageFrame frame(HttpServletRequest request, Viewer viewer, Room room, String titleKey) {
        return frame(request, viewer, room, room.purpose(), Text.of(titleKey));
    }

    /** For a member: a page of a room, for a purpose of its own, with a heading that names something. */
    public PageFrame frame(
            HttpServletRequest request, Viewer viewer, Room room, Optional<Purpose> purpose, Text title) {
        String path = path(request);
        return make(
                request,
                title,
                room,
                purpose,
                Optional.of(viewer),
                viewer.language(),
                viewer.organisationName(),
                viewer.demonstration(),
                navigation(viewer, request.getRequestURI()),
                path);
    }

    /** For somebody before sign-in. */
    public PageFrame frame(HttpServletRequest request, Visitor visitor, String titleKey) {
        return make(
                request,
                Text.of(titleKey),
                Room.TODAY,
                Optional.empty(),
                Optional.empty(),
                visitor.language(),
                visitor.organisationName(),
                visitor.demonstration(),
                List.of(),
                path(request));
    }

    /** For whoever asks, member or visitor: errors and other pages that everybody may meet. */
    public PageFrame frameForAnybody(HttpServletRequest request, String titleKey) {
        if (request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer) {
            return frame(request, viewer, Room.TODAY, Optional.empty(), Text.of(titleKey));
        }
        return frame(request, visitor(request), titleKey);
    }

    /** The visitor of a request before sign-in. */
    public Visitor visitor(HttpServletRequest request) {
        return new Visitor(Languages.of(request, house.language()), house.organisationName(), house.demonstration());
    }

    private PageFrame make(
            HttpServletRequest request,
            Text title,
            Room room,
            Optional<Purpose> purpose,
            Optional<Viewer> viewer,
            Language language,
            String organisationName,
            boolean demonstration,
            List<PageFrame.NavRoom> nav,
            String path) {
        return new PageFrame(
                title,
                Optional.empty(),
                room,
                purpose,
                viewer,
                organisationName,
                demonstration,
                nav,
                csrf(request),
                texts.in(language),
                house.zone(),
                path,
                assets,
                List.of(),
                Optional.empty());
    }

    private List<PageFrame.NavRoom> navigation(Viewer viewer, String current) {
        Set<Room> rooms = house.rooms();
        List<MenuEntry> entries = new ArrayList<>();
        entries.add(MenuEntry.of(Room.TODAY, "shell.desk.menu", "/"));
        for (Menu menu : menus) {
            menu.entries(viewer).stream()
                    .filter(entry -> rooms.contains(entry.room()))
                    .forEach(entries::add);
        }
        String nearest = entries.stream()
                .filter(entry -> entry.nearness(current) > 0)
                .max(Comparator.comparingInt(entry -> entry.nearness(current)))
                .map(MenuEntry::path)
                .orElse("");
        Map<Room, List<PageFrame.NavEntry>> byRoom = new EnumMap<>(Room.class);
        for (MenuEntry entry : entries) {
            byRoom.computeIfAbsent(entry.room(), room -> new ArrayList<>())
                    .add(new PageFrame.NavEntry(entry, entry.path().equals(nearest)));
        }
        return byRoom.entrySet().stream()
                .map(room -> new PageFrame.NavRoom(room.getKey(), List.copyOf(room.getValue())))
                .toList();
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean withQuery = query != null && request.getMethod().equals("GET");
        return withQuery ? request.getRequestURI() + "?" + query : request.getRequestURI();
    }

    private static Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token.getToken())
                : Csrf.NONE;
    }
}
