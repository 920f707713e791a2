package io.obox.mail;

import io.obox.event.Attribute;
import io.obox.event.Topic;

/** What is told of mails, to administrators. */
public final class MailEvents {
    /** The mails. */
    public static final Topic<MailEvents> TOPIC = Topic.of("mail");

    /** {@link Mail#state}. */
    public static final Attribute<MailEvents, MailState> STATE = TOPIC.constant("state", MailState.class);

    private MailEvents() {}
}
