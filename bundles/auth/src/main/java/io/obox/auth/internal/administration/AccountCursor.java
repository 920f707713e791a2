package io.obox.auth.internal.administration;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Where a page of accounts ended: at what the last one was ordered by, so that accounts which come and go shift nothing. */
record AccountCursor(UUID id, String key) {
    private static final int ID_LENGTH = 36;

    /** As {@link #text} wrote it. */
    static AccountCursor parse(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        if (plain.length() < ID_LENGTH) {
            throw new IllegalArgumentException("too short");
        }
        return new AccountCursor(UUID.fromString(plain.substring(0, ID_LENGTH)), plain.substring(ID_LENGTH));
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
    }
}
