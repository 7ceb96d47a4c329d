package org.fourfold.node.prevention.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fourfold.node.frame.Language;
import org.fourfold.node.prevention.Overview;
import org.fourfold.node.registry.Box;
import org.fourfold.node.registry.Outline;
import org.fourfold.node.registry.Place;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Places;

/**
 * Draws the map: equirectangular, true to length along the middle parallel of what is shown. Points closer than half a unit
 * of the picture fall together, so a map of the world stays below 200 kB.
 */
final class Cartographer {

    static final double WORLD_CELL_DEGREES = 2;
    static final double COUNTRY_CELL_DEGREES = 0.25;

    private static final int WIDTH = 1_000;
    private static final int SHADES = 5;
    private static final Box WORLD = new Box(-170, -56, 180, 76);
    private static final double WORLD_FROM_DEGREES = 180;
    private static final double AROUND_SPOT_DEGREES = 1;
    private static final double MARGIN_SHARE = 0.04;
    private static final double NOTABLE_RING_SHARE = 0.02;
    private static final double SPOT_RADIUS_MIN = 2.5;
    private static final double SPOT_RADIUS_MAX = 16;

    private final Places places;

    Cartographer(Places places) {
        this.places = places;
    }

    /**
     * A country with its regions, or every country that counts something, with what lies between; nothing counted: the world.
     *
     * @param link where a place leads, by its code
     */
    MapPicture draw(Optional<PlaceCode> place, Overview overview, Language language, Function<PlaceCode, String> link) {
        Optional<Place> focus = place.flatMap(places::find);
        Frame frame = new Frame(focus.map(Cartographer::boxOf).orElseGet(() -> boxOf(overview)));
        List<MapPicture.Step> steps = steps(overview.byPlace());
        List<MapPicture.Shape> shapes = new ArrayList<>();
        Optional<PlaceCode> country = place.map(PlaceCode::country);
        List<Place> regions = country.map(places::regionsOf).orElse(List.of());
        for (Place each : places.countries()) {
            boolean background = country.isPresent() && each.code().equals(country.get()) && !regions.isEmpty();
            if (!background && frame.box().meets(each.outline().box())) {
                shapes.add(shape(each, overview, steps, frame, language, link));
            }
        }
        regions.forEach(each -> shapes.add(shape(each, overview, steps, frame, language, link)));
        return new MapPicture(
                WIDTH,
                frame.height(),
                shapes.stream().filter(shape -> !shape.path().isEmpty()).toList(),
                spots(overview, frame),
                steps);
    }

    private static MapPicture.Shape shape(
            Place place,
            Overview overview,
            List<MapPicture.Step> steps,
            Frame frame,
            Language language,
            Function<PlaceCode, String> link) {
        long count = overview.byPlace().getOrDefault(place.code(), 0L);
        int shade = steps.stream()
                .filter(step -> count >= step.from() && count <= step.to())
                .mapToInt(MapPicture.Step::shade)
                .findFirst()
                .orElse(0);
        return new MapPicture.Shape(
                frame.path(place.outline()),
                shade,
                place.name(language),
                count,
                count > 0 ? link.apply(place.code()) : "");
    }

    /** Five steps between one and the highest, each some times the one before: counts of places differ by powers. */
    static List<MapPicture.Step> steps(Map<PlaceCode, Long> counts) {
        long highest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<MapPicture.Step> steps = new ArrayList<>();
        long from = 1;
        for (int shade = 1; shade <= SHADES && from <= highest; shade++) {
            long to = shade == SHADES
                    ? highest
                    : Math.max(from, Math.round(Math.pow((double) highest, shade / (double) SHADES)));
            steps.add(new MapPicture.Step(shade, from, to));
            from = to + 1;
        }
        return steps;
    }

    private static List<MapPicture.Spot> spots(Overview overview, Frame frame) {
        long highest =
                overview.spots().stream().mapToLong(Overview.Spot::count).max().orElse(1);
        return overview.spots().stream()
                .filter(spot -> frame.box()
                        .contains(spot.point().latitude(), spot.point().longitude()))
                .sorted(Comparator.comparingLong(Overview.Spot::count).reversed())
                .map(spot -> new MapPicture.Spot(
                        frame.x(spot.point().longitude()),
                        frame.y(spot.point().latitude()),
                        radius(spot.count(), highest),
                        spot.count(),
                        String.format(
                                Locale.ROOT,
                                "%.1f, %.1f",
                                spot.point().latitude(),
                                spot.point().longitude())))
                .toList();
    }

    /** The area stands for the count. */
    private static double radius(long count, long highest) {
        double share = Math.sqrt(count / (double) highest);
        return Frame.round(Math.max(SPOT_RADIUS_MIN, SPOT_RADIUS_MAX * share));
    }

    /** What holds all that is counted; the world where that is nearly the same or nothing is counted. */
    private Box boxOf(Overview overview) {
        double west = WORLD.east();
        double south = WORLD.north();
        double east = WORLD.west();
        double north = WORLD.south();
        for (Box each : counted(overview)) {
            west = Math.min(west, each.west());
            south = Math.min(south, each.south());
            east = Math.max(east, each.east());
            north = Math.max(north, each.north());
        }
        return west >= east || east - west > WORLD_FROM_DEGREES
                ? WORLD
                : new Box(
                        Math.max(WORLD.west(), west),
                        Math.max(WORLD.south(), south),
                        Math.min(WORLD.east(), east),
                        Math.min(WORLD.north(), north));
    }

    private List<Box> counted(Overview overview) {
        List<Box> boxes = new ArrayList<>();
        overview.byPlace().keySet().stream()
                .map(PlaceCode::country)
                .distinct()
                .flatMap(code -> places.find(code).stream())
                .map(Cartographer::boxOf)
                .forEach(boxes::add);
        overview.spots().stream()
                .map(Overview.Spot::point)
                .map(point -> new Box(point.longitude(), point.latitude(), point.longitude(), point.latitude())
                        .widened(AROUND_SPOT_DEGREES))
                .forEach(boxes::add);
        return boxes;
    }

    /** The box of a place without its far and small islands. */
    private static Box boxOf(Place place) {
        List<Outline.Ring> rings = place.outline().rings();
        double largest = rings.stream().mapToDouble(Cartographer::extent).max().orElse(0);
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        for (Outline.Ring ring : rings) {
            if (extent(ring) >= largest * NOTABLE_RING_SHARE) {
                for (int i = 0; i < ring.size(); i++) {
                    west = Math.min(west, ring.x(i));
                    east = Math.max(east, ring.x(i));
                    south = Math.min(south, ring.y(i));
                    north = Math.max(north, ring.y(i));
                }
            }
        }
        double margin = Math.max(east - west, north - south) * MARGIN_SHARE;
        return new Box(west, south, east, north).widened(margin);
    }

    private static double extent(Outline.Ring ring) {
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        for (int i = 0; i < ring.size(); i++) {
            west = Math.min(west, ring.x(i));
            east = Math.max(east, ring.x(i));
            south = Math.min(south, ring.y(i));
            north = Math.max(north, ring.y(i));
        }
        return (east - west) * (north - south);
    }

    /** The picture's frame: from degrees to units of the picture. */
    private record Frame(Box box) {

        private static final double OUTSIDE = 60;

        int height() {
            return (int) Math.ceil((box.north() - box.south()) * scaleY());
        }

        private double scaleX() {
            return WIDTH / (box.east() - box.west());
        }

        private double scaleY() {
            return scaleX() / Math.max(0.3, Math.cos(Math.toRadians((box.north() + box.south()) / 2)));
        }

        double x(double longitude) {
            return clip((longitude - box.west()) * scaleX(), WIDTH);
        }

        double y(double latitude) {
            return clip((box.north() - latitude) * scaleY(), height());
        }

        /** What lies far outside is drawn just outside: the picture does not show it, and the path stays short. */
        private static double clip(double value, double size) {
            return round(Math.min(size + OUTSIDE, Math.max(-OUTSIDE, value)));
        }

        static double round(double value) {
            return Math.round(value * 2) / 2.0;
        }

        String path(Outline outline) {
            StringBuilder path = new StringBuilder();
            for (Outline.Ring ring : outline.rings()) {
                append(path, ring);
            }
            return path.toString();
        }

        private void append(StringBuilder path, Outline.Ring ring) {
            StringBuilder line = new StringBuilder();
            double lastX = Double.NaN;
            double lastY = Double.NaN;
            int points = 0;
            for (int i = 0; i < ring.size() - 1; i++) {
                double x = x(ring.x(i));
                double y = y(ring.y(i));
                if (x != lastX || y != lastY) {
                    line.append(points == 0 ? "M" : "L")
                            .append(text(x))
                            .append(' ')
                            .append(text(y));
                    points++;
                    lastX = x;
                    lastY = y;
                }
            }
            if (points > 2) {
                path.append(line).append('Z');
            }
        }

        private static String text(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }
}
