package io.obox.settings;

/** Whose value a setting has. */
public enum SettingOrigin {
    /** An administrator's, for all nodes. */
    HERE,
    /** That of the node's environment or of a file in its data folder. */
    NODE,
    /** What the setting is where nobody says anything. */
    DEFAULT
}
