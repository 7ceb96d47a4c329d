package org.fourfold.command.update;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as Semantic Versioning 2.0.0 orders them (section 11), without build metadata, which orders nothing.
 *
 * @param preview what stands behind the dash; a version with it comes before the one without
 */
public record Version(int major, int minor, int patch, List<String> preview) implements Comparable<Version> {

    private static final int LENGTH_MAX = 64;
    private static final Pattern FORM = Pattern.compile(
            "(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    public Version {
        preview = List.copyOf(preview);
    }

    /** Empty for anything that is no version. What is one can stand as a folder's name. */
    public static Optional<Version> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > LENGTH_MAX || !matcher.matches()) {
            return Optional.empty();
        }
        String preview = matcher.group(4);
        return Optional.of(new Version(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                preview == null ? List.of() : Arrays.asList(preview.split("\\.", -1))));
    }

    @Override
    public int compareTo(Version other) {
        int order = Integer.compare(major, other.major);
        order = order != 0 ? order : Integer.compare(minor, other.minor);
        order = order != 0 ? order : Integer.compare(patch, other.patch);
        return order != 0 ? order : comparePreview(preview, other.preview);
    }

    private static int comparePreview(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = comparePart(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** Numbers by value and before words; words by their signs. */
    private static int comparePart(String one, String other) {
        boolean oneIsNumber = NUMBER.matcher(one).matches();
        boolean otherIsNumber = NUMBER.matcher(other).matches();
        if (oneIsNumber && otherIsNumber) {
            return Integer.compare(Integer.parseInt(one), Integer.parseInt(other));
        }
        return oneIsNumber != otherIsNumber ? Boolean.compare(otherIsNumber, oneIsNumber) : one.compareTo(other);
    }

    @Override
    public String toString() {
        String numbers = major + "." + minor + "." + patch;
        return preview.isEmpty() ? numbers : numbers + "-" + String.join(".", preview);
    }
}
