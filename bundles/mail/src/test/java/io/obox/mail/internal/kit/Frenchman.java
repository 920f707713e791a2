package io.obox.mail.internal.kit;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import io.obox.user.Users;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever asks reads French. */
final class Frenchman implements Users {
    private record Account(UUID id, String email, Role role) implements User {
        @Override
        public String name() {
            return email;
        }

        @Override
        public UserState state() {
            return UserState.ACTIVE;
        }

        @Override
        public String locale() {
            return "fr";
        }

        @Override
        public boolean mustChangePassword() {
            return false;
        }

        @Override
        public Instant createdAt() {
            return Instant.EPOCH;
        }

        @Override
        public @Nullable Instant lastLoginAt() {
            return null;
        }

        @Override
        public long version() {
            return 1;
        }
    }

    @Override
    public User get(Caller caller, UUID id) {
        return new Account(id, caller.email(), caller.role());
    }

    @Override
    public Page<User> list(Caller caller, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, String> emails(Collection<UUID> ids) {
        return Map.of();
    }
}
