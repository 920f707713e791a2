package io.obox.mail.internal.words;

import io.obox.mail.MailRequest;
import io.obox.mail.MailWords;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, as it is kept until it has been sent: the words of its template and its arguments. They are put together only
 * where it is shown or sent, because where its links lead may be set up after it was queued. May hold credentials.
 */
public record Content(
        String text,
        @Nullable String html,
        Map<String, String> texts,
        Map<String, URI> links,
        Map<String, Instant> instants) {
    /** Of a request; texts become single lines. */
    static Content of(MailRequest request, MailWords words) {
        Map<String, String> texts = new LinkedHashMap<>();
        request.texts().forEach((name, value) -> texts.put(name, Lines.one(value)));
        texts.put(Templates.RECIPIENT, Lines.one(request.name().isBlank() ? request.email() : request.name()));
        return new Content(words.text(), words.html(), texts, request.links(), request.instants());
    }

    /** What stands for an argument in plain text; empty for one that is not given. */
    String value(String name, Locale locale, Site site) {
        URI link = links.get(name);
        if (link != null) {
            return site.address(link).toString();
        }
        Instant instant = instants.get(name);
        return instant == null ? texts.getOrDefault(name, "") : Times.text(instant, locale);
    }

    /** Where its links lead. */
    public List<URI> addresses(Site site) {
        return links.values().stream().map(site::address).toList();
    }
}
