package io.obox.platform.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of replacements of bundles. */
public enum UpdateMessage implements MessageTemplate {
    ADMINS_REPLACE("Only administrators replace bundles."),
    NO_SUCH_REPLACEMENT("There is no such replacement."),
    BUILDS_UNREADABLE("The builds of this node can't be read."),
    NOT_KEPT("The build can't be kept in {folder}: {reason}."),
    NO_QUEUE("The queue of jobs is not running here."),
    WAITING("waiting until nothing of the former version is in use"),
    PREPARING("preparing the new version"),
    TRYING("trying the new version"),
    STARTING("starting the new version");

    private final String pattern;

    UpdateMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("update", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
