package io.obox.auth.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of profiles, saved keys and saved views. */
public enum ProfileMessage implements MessageTemplate {
    NAME_MISSING("The name is missing."),
    NAME_TOO_LONG("A name has at most {most} characters."),
    NAME_NOT_ONE_LINE("A name must be one line."),
    NO_LIST("This must name a list, such as vms."),
    TOO_MANY_COLUMNS("A list has at most {most} columns."),
    NO_COLUMN("This must be the name of a column."),
    NO_LANGUAGE("This must be the tag of a language, such as en."),
    TOO_MANY_LISTS("Columns of at most {most} lists are kept."),
    KEY_SAVED("This key is saved as \"{name}\"."),
    TOO_MANY_KEYS("There can be at most {most} saved SSH keys."),
    DELETE_UNUSED("Delete one that you no longer use."),
    NO_SUCH_KEY("There is no such SSH key."),
    VIEW_OF_ANOTHER("This view belongs to somebody else."),
    SAVE_YOUR_OWN("Save one of your own."),
    NO_SUCH_VIEW("There is no such view."),
    VIEW_NAME_TAKEN("There is a view named \"{name}\" already."),
    CHOOSE_ANOTHER_NAME("Choose another name."),
    TOO_MANY_VIEWS("There can be at most {most} saved views."),
    SEARCH_TOO_LONG("A search has at most {most} characters."),
    SEARCH_NOT_ONE_LINE("A search must be one line."),
    NO_STATE("This must be the name of a state, such as RUNNING."),
    NO_SORT("This must be the name of an attribute, with a minus before it for the reverse order.");

    private final String pattern;

    ProfileMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("profile", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
