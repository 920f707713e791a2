package io.obox.mail;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which template goes to whom, with what in it. Immutable; what is not said has a default, so that later versions can ask for more.
 * Its arguments may be credentials: it has no text of its own that could be logged.
 */
public final class MailRequest {
    private final Builder said;

    private MailRequest(Builder said) {
        this.said = said;
    }

    /**
     * What every mail has.
     *
     * @param template {@link MailTemplate#id}
     * @param email the address that it goes to
     */
    public static Builder builder(String template, String email) {
        return new Builder(template, email);
    }

    /** Which template it is made from. */
    public String template() {
        return said.template;
    }

    /** The address that it goes to. */
    public String email() {
        return said.email;
    }

    /** What the recipient is called, or empty. */
    public String name() {
        return said.name;
    }

    /** The recipient's language, in which dates are written too. */
    public Locale locale() {
        return said.locale;
    }

    /** Arguments that are texts, by their names. */
    public Map<String, String> texts() {
        return said.texts;
    }

    /** Arguments that are links, by their names. */
    public Map<String, URI> links() {
        return said.links;
    }

    /** Arguments that are times, by their names. */
    public Map<String, Instant> instants() {
        return said.instants;
    }

    /** Puts a request together. Not thread-safe. */
    public static final class Builder {
        private final String template;
        private final String email;
        private String name = "";
        private Locale locale = Locale.ENGLISH;
        private Map<String, String> texts = new LinkedHashMap<>();
        private Map<String, URI> links = new LinkedHashMap<>();
        private Map<String, Instant> instants = new LinkedHashMap<>();

        private Builder(String template, String email) {
            this.template = template;
            this.email = email;
        }

        private Builder(Builder other) {
            this(other.template, other.email);
            name = other.name;
            locale = other.locale;
            texts = Collections.unmodifiableMap(new LinkedHashMap<>(other.texts));
            links = Collections.unmodifiableMap(new LinkedHashMap<>(other.links));
            instants = Collections.unmodifiableMap(new LinkedHashMap<>(other.instants));
        }

        /** What the recipient is called; stands beside the address. */
        public Builder name(String text) {
            name = text;
            return this;
        }

        /** The recipient's language; English if nothing is said. */
        public Builder locale(Locale language) {
            locale = language;
            return this;
        }

        /**
         * An argument that stands in the mail as it is, in one line of 200 characters at most: what people say of themselves must not
         * make a mail say something else.
         */
        public Builder text(String argument, String value) {
            texts.put(argument, value);
            return this;
        }

        /**
         * An argument that is a link. One that begins with a slash leads to OBox itself, at the address that mails are set up to name:
         * never at one that a request came by, which whoever asks could choose.
         *
         * @throws IllegalArgumentException if it is neither that nor an address with {@code http} or {@code https}
         */
        public Builder link(String argument, URI value) {
            String scheme = value.getScheme();
            boolean own = scheme == null
                    && value.getRawAuthority() == null
                    && value.toString().startsWith("/");
            if (!own && !"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
                throw new IllegalArgumentException("The link " + argument + " leads neither to OBox nor into the web.");
            }
            links.put(argument, value);
            return this;
        }

        /** An argument that is a time; it is written in the recipient's language, to the minute, in UTC. */
        public Builder instant(String argument, Instant value) {
            instants.put(argument, value);
            return this;
        }

        /** The request, which later calls on the builder do not change. */
        public MailRequest build() {
            return new MailRequest(new Builder(this));
        }
    }
}
