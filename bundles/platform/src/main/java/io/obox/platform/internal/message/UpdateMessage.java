package io.obox.platform.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of replacements of bundles. */
public enum UpdateMessage implements MessageTemplate {
    ADMINS_REPLACE("Only administrators replace bundles."),
    NO_SUCH_REPLACEMENT("There is no such replacement."),
    BUILDS_UNREADABLE("The builds of this node can't be read."),
    NOT_KEPT("The build can't be kept in {folder}: {reason}."),
    NO_QUEUE("The queue of jobs is not running here."),
    NO_BUNDLE("What was given can't be read as a bundle: {reason}."),
    NOT_RUNNING("No bundle {bundle} is running that could be replaced."),
    SAME_VERSION("{bundle} {version} is the version that runs already."),
    GIVE_VERSION("Give the new build another version."),
    IN_USE("{bundle} can't be replaced while it is in use: {reason}."),
    RESTART("Put the new version into the distribution and restart."),
    CODE_HELD("other bundles hold its code"),
    CONNECTIONS_HELD("other bundles hold its connections"),
    TRANSACTIONS_HELD("other bundles hold its transactions"),
    NATIVE_CALLS("native code calls it"),
    SERVERS_END("the embedded PostgreSQL and Redis end with it"),
    NOT_UP("{bundle} {version} did not come up: {reason} Version {serving} goes on serving."),
    CANCELLED("It was cancelled."),
    CUT_OFF("The node was stopped, or could not go on, while the new version was tried."),
    SERVES_NO_MORE("Version {version} does not serve any more."),
    NO_COMPONENTS("It has no components."),
    OFFERS_LESS("It does not offer what {version} offers: {lacking}."),
    ASK_FOR_FEWER("If that is what you want, ask for it with --fewer-services."),
    TOO_LONG("It took more than {seconds} s."),
    HANGS("It took more than {seconds} s and hangs in {place}."),
    FAILED("It failed: {reason}."),
    FAULTY("{faults}."),
    FAULTS("{first}; {others}"),
    NOT_CONFIGURED("{component} has no configuration"),
    COMPONENT_FAILED("{component} failed: {reason}"),
    LACKS("{component} lacks {reference}"),
    UNSATISFIED("{component} is not satisfied"),
    NOT_ACTIVATED("{component} can't be activated"),
    NOT_ACTIVATED_BY("{component} can't be activated: {reason}"),
    UNHEALTHY("{check} is {state}"),
    NODE("node {name}"),
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
