package io.obox.settings;

/** Which values a setting takes. More of them may come. */
public enum SettingType {
    /** One line of text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** One of several texts. */
    CHOICE,
    /** A text that is written and never read. */
    SECRET
}
