package io.obox.web.internal.message;

import io.obox.message.MessageTemplate;

/** What requests are answered with that reach no resource. */
public enum WebMessage implements MessageTemplate {
    INTERNAL("OBox had an internal error."),
    TELL_INCIDENT("Try again; if it happens again, tell the operator the incident {incident}."),
    STARTING("This part of OBox is being started or replaced."),
    REPLACED("This part of OBox is being replaced."),
    NOT_THAT_VERSION("What is there now is not the version that was asked for."),
    FOREIGN_PAGE("This request was made by a page of another site."),
    USE_OWN_PAGE("Use the page of OBox itself."),
    PASSWORD_FIRST("The password must be changed first."),
    CHANGE_IT("Change it with POST /api/profile/password."),
    EMAIL_FIRST("The e-mail address must be confirmed first."),
    FOLLOW_LINK("Follow the link in the mail that was sent there, or have another sent with POST /api/auth/resend."),
    SECOND_FACTOR_FIRST("A second factor must be set up first."),
    SET_IT_UP("Set it up in your profile."),
    SCOPE("This credential does not have the scope \"{scope}\"."),
    NO_TOKENS("This can't be done with an API token."),
    ADMINS_ONLY("Only administrators may do this."),
    LOGINS_AWAY("Logins can't be checked at the moment."),
    ANOTHER_HOST("OBox listens to its own machine only, and the request names another host."),
    USE_LOCALHOST("Use localhost, or list the name in OBOX_PUBLIC_HOSTS if a proxy here serves it."),
    NO_EVENTS("There are no events on this node at the moment."),
    TOO_MANY_STREAMS("There are {most} open event streams already."),
    NO_ANSWER_WITHIN("This did not answer within {seconds} seconds."),
    STOPPING("OBox is being stopped."),
    TOO_MANY_CALLS("This part of OBox has too many calls at the moment.");

    private final String pattern;

    WebMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("web", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
