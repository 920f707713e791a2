package io.obox.auth.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of accounts, logins and passwords. */
public enum AuthMessage implements MessageTemplate {
    NOBODY("Nobody is logged in here."),
    NO_BODY("The request has no body."),
    FIELD_EMPTY("This field must not be empty."),
    NO_SUCH_USER("There is no such user."),
    NO_SUCH_SESSION("There is no such session."),
    ADMINS_LIST_USERS("Only administrators may list the users."),
    ADMINS_ROTATE_KEYS("Only administrators may rotate the keys."),
    ADMINS_REVOKE_KEYS("Only administrators may revoke the keys."),
    ACCOUNT_CHANGED("The account was changed while its password was."),
    LOGIN_ENDED("Your login has ended."),
    NO_ADMINISTRATOR("There is no administrator yet."),
    WRONG_CREDENTIALS("The e-mail address or the password is wrong."),
    ACCOUNT_OFF("This account has been turned off."),
    ASK_ADMINISTRATOR("Ask an administrator to turn it on again."),
    TOO_MANY_LOGINS("There were too many attempts to log in."),
    BUSY("Too many people log in at this moment."),
    NOT_YOUR_PASSWORD("This is not your password."),
    SAME_PASSWORD("The new password must differ from the present one."),
    PASSWORD_TOO_SHORT("A password needs at least {least} characters."),
    PASSWORD_TOO_LONG("A password has at most {most} characters."),
    PASSWORD_IS_ADDRESS("The password must not be the e-mail address."),
    PASSWORD_IS_NAME("The password must not be made of your name, your e-mail address or the name of OBox."),
    PASSWORD_IS_COMMON("This password is one of those that are guessed first, with little around it."),
    PASSWORD_IS_PATTERN(
            "This password repeats itself or goes along the alphabet or the keyboard, and is soon guessed."),
    NO_ADDRESS("An e-mail address is like ann@example.org."),
    OTHER_DOMAIN("Only addresses of these domains can register: {domains}."),
    NO_DOMAINS("Domains are like example.org, with commas between them."),
    REGISTRATION_CLOSED("Nobody can register here."),
    ASK_FOR_ACCOUNT("Ask an administrator for an account."),
    TOO_MANY_REQUESTS("There were too many requests."),
    LINK_INVALID("This link has been used, has run out, or was replaced by a newer one."),
    ASK_FOR_LINK("Log in and have another one sent."),
    ASK_FOR_RESET("Have another one sent."),
    SAME_ADDRESS("This is your address already."),
    EMAIL_TAKEN("Another account has got this address meanwhile."),
    LAST_ADMINISTRATOR("Without this account nobody could administer OBox."),
    MAKE_ANOTHER("Make somebody else an administrator first."),
    DOMAINS_AWAY("What the account has can't be looked up at this moment."),
    MAIL_AWAY("Mails can't be sent at this moment.");

    private final String pattern;

    AuthMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("auth", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
