package io.obox.settings;

import org.osgi.annotation.versioning.ProviderType;

/** The values that a group of settings would have, those that are not changed included. Immutable. */
@ProviderType
public interface SettingValues {
    /** A text, a choice or a secret; empty where there is none. */
    String text(String name);

    /** A whole number; 0 where there is none. */
    long number(String name);

    /** A truth value. */
    boolean flag(String name);
}
