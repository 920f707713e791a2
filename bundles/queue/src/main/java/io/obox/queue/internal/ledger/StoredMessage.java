package io.obox.queue.internal.ledger;

import io.obox.message.Message;
import org.jspecify.annotations.Nullable;

/** A message beside the column that has its text. A version that knows no messages writes the text alone. */
record StoredMessage(StoredJson json) {
    /** More than this tells nobody anything. */
    private static final int LONGEST = 20_000;

    /** As a document; null where the text says all. */
    @Nullable
    String write(@Nullable Message message) {
        if (message == null || message.code() == null) {
            return null;
        }
        String document = json.write(message);
        return document.length() > LONGEST ? null : document;
    }

    /** The message of a text, if it is what the document goes with. */
    Message read(String text, @Nullable String document) {
        Message message = document == null ? Message.plain(text) : json.read(document, Message.class);
        return message.text().equals(text) ? message : Message.plain(text);
    }
}
