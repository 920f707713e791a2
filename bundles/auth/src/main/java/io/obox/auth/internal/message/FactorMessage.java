package io.obox.auth.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of the second factor, and of showing once more who one is. */
public enum FactorMessage implements MessageTemplate {
    TOO_MANY_CODES("Too many codes were tried for this account."),
    WRONG_CODE("This code is wrong, or was used before."),
    LOGIN_ENDED("This login has taken too long, or was tried too often."),
    LOGIN_AGAIN("Log in again with your password."),
    ALREADY_ON("This account has a second factor."),
    SWITCH_OFF_FIRST("Switch it off first."),
    IS_OFF("This account has no second factor."),
    ADMINS_NEED_ONE("Administrators must have a second factor here."),
    CONFIRM_FIRST("This is done only by who has just shown who they are."),
    SHOW_AGAIN("Show it with your password or a code, and try again."),
    NOT_BY_PASSWORD_ALONE("This account has a second factor, which can't be shown here."),
    USE_A_KEY("Log in with a key, or use the page.");

    private final String pattern;

    FactorMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("factor", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
