package io.obox.job;

import io.obox.message.Message;
import java.util.regex.Pattern;

/**
 * Something that not every node reaches, such as a host: a job that needs it runs on a node that does. Two places are the same
 * if their keys are.
 */
public final class Place {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String key;
    private final Message label;

    private Place(String key, Message label) {
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
        return of(key, Message.plain(label));
    }

    /**
     * The same, called in each reader's language.
     *
     * @param label what people call it; its English text is one line, or becomes one
     * @throws IllegalArgumentException if the key is blank or no single line
     */
    public static Place of(String key, Message label) {
        if (key.isBlank() || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The key of a place is one line of printable characters.");
        }
        String line = CONTROL.matcher(label.text()).replaceAll(" ");
        return new Place(key, new Message(label.code(), label.args(), line));
    }

    /** What it is known by on all nodes. */
    public String key() {
        return key;
    }

    /** What people call it, in English. */
    public String label() {
        return label.text();
    }

    /** What people call it. */
    public Message message() {
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
        return label() + " (" + key + ")";
    }
}
