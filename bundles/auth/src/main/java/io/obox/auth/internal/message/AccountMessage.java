package io.obox.auth.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of the accounts of others, which administrators see to. */
public enum AccountMessage implements MessageTemplate {
    ADMINISTRATORS_ONLY("Only administrators may see to accounts."),
    NOTHING_RECORDED("The audit log is away, and without it no account can be changed."),
    SEARCH_TOO_LONG("A search has at most {most} characters."),
    AMOUNT("This must be a whole number from 0 to {most}, or null for what all may have."),
    VALUE_NEEDED("This can't be taken away."),
    ADDRESS_UNCONFIRMED("The address of this account is not confirmed yet, which only its user can do."),
    ADDRESS_CONFIRMED("The address of this account is confirmed already."),
    OWN_ACCOUNT("This is your own account."),
    USE_PROFILE("Delete it in your profile."),
    NO_RECEIVER("This must be another account that is in use."),
    ASK_FOR_INVITATION("Ask an administrator for another invitation."),
    ADDRESS_HAS_ACCOUNT("There is an account with this address already."),
    FIND_ACCOUNT("Find it in the list of users, where an invitation can be sent again."),
    NOT_INVITED("Nobody is invited to this account, or they have come already."),
    TOO_MANY_MAILS("Too many mails went to this address lately.");

    private final String pattern;

    AccountMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("account", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
