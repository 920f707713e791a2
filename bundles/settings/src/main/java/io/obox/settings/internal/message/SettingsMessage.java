package io.obox.settings.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of settings. */
public enum SettingsMessage implements MessageTemplate {
    ADMINISTRATORS_ONLY("Only administrators may see and change settings."),
    NO_SUCH_GROUP("There are no settings {pid}."),
    NO_SUCH_SETTING("There is no such setting."),
    NO_TEXT("This must be a text."),
    NO_LINE("This must be one line of at most {max} characters."),
    NO_NUMBER("This must be a whole number."),
    NO_FLAG("This must be true or false."),
    TOO_SMALL("This must be at least {min}."),
    TOO_LARGE("This must be at most {max}."),
    NOT_AN_OPTION("This must be one of {options}."),
    NOTHING_GIVEN("Give the values that are to change."),
    NO_KEY("Secrets can't be kept on this node: {reason}"),
    GIVE_KEY("Give all nodes the same OBOX_SETTINGS_KEY, or see that the data folder can be written to.");

    private final String pattern;

    SettingsMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("settings", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
