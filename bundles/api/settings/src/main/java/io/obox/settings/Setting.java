package io.obox.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What can be set under a name, as the bundle that has it says. Immutable. */
@ProviderType
public interface Setting {
    /** Its key. */
    String name();

    /** What people call it, in English. */
    String label();

    /** More about it, in English; may be empty. */
    String description();

    /** Which values it takes. */
    SettingType type();

    /** The values of a {@link SettingType#CHOICE}. */
    List<String> options();

    /** The least number, or null for any. */
    @Nullable
    Long minimum();

    /** The greatest number, or null for any. */
    @Nullable
    Long maximum();

    /** Whose value is in effect. */
    SettingOrigin origin();

    /** What is in effect on this node once nothing is set here, or null for a secret. */
    @Nullable
    Object former();

    /** Whether it has a value that is not empty: all that is told of a secret. */
    boolean present();
}
