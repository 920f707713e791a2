package io.obox.settings;

import io.obox.message.Message;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service by which a bundle says more of its settings than their definition can: which texts are good, and which
 * values go together. Called by several threads, in a transaction; it must not wait for anything.
 */
@ConsumerType
public interface SettingsRule {
    /** Which settings it is about. */
    String pid();

    /** What is wrong with these values, by the names of the settings; empty where nothing is. */
    Map<String, Message> faults(SettingValues values);
}
