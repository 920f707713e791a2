package io.obox.auth.internal.view;

import org.jspecify.annotations.Nullable;

/**
 * What a view says, as it came or as it is kept.
 *
 * @param page of which list, such as {@code vms}; never changes
 * @param name how people call it
 * @param shared whether everybody sees it
 */
public record ViewContent(@Nullable String page, @Nullable String name, boolean shared, ListSettings list) {
    /** The same list under another name. */
    public ViewContent withName(@Nullable String other) {
        return new ViewContent(page, other, shared, list);
    }

    /** The same list for everybody, or for its owner only. */
    public ViewContent withShared(boolean other) {
        return new ViewContent(page, name, other, list);
    }

    /** Other settings under the same name. */
    public ViewContent withList(ListSettings other) {
        return new ViewContent(page, name, shared, other);
    }
}
