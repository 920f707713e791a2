package io.obox.user;

import io.obox.message.MessageTemplate;

/** What is said of users and their keys. */
enum UserMessage implements MessageTemplate {
    NOBODY("Nobody is logged in here."),
    KEY_TOO_LONG("The key is longer than {most} characters."),
    KEY_IS_PRIVATE("This is a private key. Keep it to yourself, and give the public one."),
    KEY_NOT_ONE_LINE("A key must be one line."),
    KEY_WITHOUT_TYPE("A key must begin with its type, such as ssh-ed25519, followed by the key in base64."),
    KEY_OF_ANOTHER_TYPE("The base64 part is not a key of type {type}."),
    KEY_TOO_SHORT("An RSA key must have at least {least} bits.");

    private final String pattern;

    UserMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("user", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
