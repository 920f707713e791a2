package io.obox.audit;

import io.obox.user.Caller;
import io.obox.user.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that somebody did or tried, to be put into the audit log. A value, made by {@link #builder}. Immutable. */
public final class AuditEntry {
    private final String action;
    private final @Nullable UUID userId;
    private final String who;
    private final @Nullable Credential credential;
    private final @Nullable UUID sessionId;
    private final String objectType;
    private final @Nullable String objectId;
    private final String objectName;
    private final @Nullable String address;
    private final @Nullable String problem;
    private final List<AuditChange> changes;

    private AuditEntry(Builder said) {
        action = said.action;
        userId = said.userId;
        who = said.who;
        credential = said.credential;
        sessionId = said.sessionId;
        objectType = said.objectType;
        objectId = said.objectId;
        objectName = said.objectName;
        address = said.address;
        problem = said.problem;
        changes = List.copyOf(said.changes);
    }

    /**
     * Of an action.
     *
     * @param action the kind of object and what is done to it, such as {@code account.disable}
     */
    public static Builder builder(String action) {
        return new Builder(action);
    }

    /** The kind of object and what is done to it. */
    public String action() {
        return action;
    }

    /** The account of whoever did it, or null where nobody is logged in. */
    public @Nullable UUID userId() {
        return userId;
    }

    /** The account's e-mail address, or what somebody who is not logged in called themselves; may be empty. */
    public String who() {
        return who;
    }

    /** What they came in by, or null. */
    public @Nullable Credential credential() {
        return credential;
    }

    /** The session or the token that they came by, or null. */
    public @Nullable UUID sessionId() {
        return sessionId;
    }

    /** What kind of object it was done to; may be empty. */
    public String objectType() {
        return objectType;
    }

    /** The object's id, or null where it has none. */
    public @Nullable String objectId() {
        return objectId;
    }

    /** What people call the object; may be empty. */
    public String objectName() {
        return objectName;
    }

    /** The IP address that the request came from, or null where it is not known. */
    public @Nullable String address() {
        return address;
    }

    /** The slug of the problem that it was refused with, or null if it was done. */
    public @Nullable String problem() {
        return problem;
    }

    /** What it changed; never a secret. */
    public List<AuditChange> changes() {
        return changes;
    }

    /** Puts an entry together. Not thread-safe. */
    public static final class Builder {
        private final String action;
        private final List<AuditChange> changes = new ArrayList<>();
        private @Nullable UUID userId;
        private String who = "";
        private @Nullable Credential credential;
        private @Nullable UUID sessionId;
        private String objectType = "";
        private @Nullable String objectId;
        private String objectName = "";
        private @Nullable String address;
        private @Nullable String problem;

        private Builder(String action) {
            this.action = action;
        }

        /** Somebody who is logged in. */
        public Builder by(Caller caller) {
            sessionId = caller.credentialId();
            return by(caller.userId(), caller.email(), caller.credential());
        }

        /** Somebody who is let in just now. */
        public Builder by(UUID id, String email, Credential shown) {
            userId = id;
            who = email;
            credential = shown;
            return this;
        }

        /** Somebody who is not logged in, as they call themselves. */
        public Builder by(String name) {
            who = name;
            return this;
        }

        /** What it is done to. */
        public Builder on(String type, @Nullable String id, String name) {
            objectType = type;
            objectId = id;
            objectName = name;
            return this;
        }

        /** The IP address that the request came from. */
        public Builder from(@Nullable String ip) {
            address = ip;
            return this;
        }

        /** What an attribute was and is now; null for none. Of a secret, say neither. */
        public Builder change(String attribute, @Nullable String before, @Nullable String after) {
            changes.add(new Changed(attribute, before, after));
            return this;
        }

        /** It was refused, with a problem of this slug. */
        public Builder refused(String slug) {
            problem = slug;
            return this;
        }

        /** The entry. */
        public AuditEntry build() {
            return new AuditEntry(this);
        }
    }

    private record Changed(
            String attribute,
            @Nullable String before,
            @Nullable String after) implements AuditChange {}
}
