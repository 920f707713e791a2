package io.obox.mail.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of mails. */
public enum MailMessage implements MessageTemplate {
    ADMINS_ONLY("Only administrators see mails."),
    NO_SUCH_MAIL("There is no such mail."),
    NOT_TO_BE_SENT("The mail is {state}: only one in the outbox, or a dead one, can be sent again."),
    NO_ADDRESS("An e-mail address is like admin@example.org."),
    UNPROTECTED("Mails to another machine need STARTTLS or TLS, unless doing without is allowed."),
    NO_SITE("An address that links lead to is like https://obox.example.org."),
    NO_SUCH_TEMPLATE("There is no template {name} for mails."),
    NO_SUCH_LANGUAGE("Mails are not written in the language {language}."),
    NO_WORDS("Something must stand here."),
    SUBJECT_NO_LINE("A subject is one line of at most {max} characters."),
    TOO_LONG("This has more than {max} characters."),
    LOOSE_BRACE("Braces stand around the names of arguments only."),
    UNKNOWN_ARGUMENTS("There is nothing to put in for {unknown}. These can be used: {known}."),
    STEP_SENDING("Sending"),
    NOT_SET_UP("No mail server is set up: the mail stays in the outbox."),
    SENT_BEFORE("An earlier attempt has sent it."),
    UNREACHABLE("The mail server {server} could not be reached."),
    SILENT("The mail server {server} did not answer in time."),
    CUT("The connection to the mail server {server} broke before it took the mail."),
    NOT_TRUSTED("The certificate of the mail server {server} is not trusted, or is for another name."),
    NO_STARTTLS("The mail server {server} offers no STARTTLS."),
    LOGIN_REFUSED("The mail server {server} refused the login."),
    DEFERRED("The mail server {server} did not take the mail: {reply}"),
    REFUSED("The mail server {server} refused the mail: {reply}"),
    CANCELLED("The job that was to send it was cancelled."),
    LOST("It was given up without a reason."),
    CHECK_SETTINGS("Check the settings for SMTP, and send the mail again."),
    CHECK_ADDRESS("Check the address, and send the mail again."),
    SEND_AGAIN("Send the mail again.");

    private final String pattern;

    MailMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("mail", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
