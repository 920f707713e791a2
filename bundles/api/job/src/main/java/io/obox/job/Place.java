package io.obox.job;

import java.util.regex.Pattern;

/**
 * Something that not every node reaches, such as a host: a job that needs it runs on a node that does. Two places are the same
 * if their keys are.
 */
public final class Place {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String key;
    private final String label;

    private Place(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /**
     * A place.
     *
     * @param key what it is known by on all nodes, such as {@code host:0f7c…}; one line of printable characters
     * @param label what people call it, such as {@code host north}
     * @throws IllegalArgumentException if the key is blank or no single line
     */
    public static Place of(String key, String label) {
        if (key.isBlank() || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The key of a place is one line of printable characters.");
        }
        return new Place(key, CONTROL.matcher(label).replaceAll(" "));
    }

    /** What it is known by on all nodes. */
    public String key() {
        return key;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && place.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return label + " (" + key + ")";
    }
}
