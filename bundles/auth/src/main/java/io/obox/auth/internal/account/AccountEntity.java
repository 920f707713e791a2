package io.obox.auth.internal.account;

import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}. */
@Entity
@Table(name = "account")
public class AccountEntity {
    @Id
    private UUID id;

    private String email;

    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private UserState state;

    private String locale;

    @Column(name = "locale_chosen")
    private boolean localeChosen;

    @Enumerated(EnumType.STRING)
    private @Nullable Theme theme;

    @Enumerated(EnumType.STRING)
    private @Nullable Density density;

    private @Nullable Boolean shortcuts;

    @Column(name = "list_columns")
    private String listColumns = "";

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_login_at")
    private @Nullable Instant lastLoginAt;

    @Version
    private long version;

    /** For JPA. */
    protected AccountEntity() {}

    static AccountEntity of(Account account) {
        User user = account.user();
        AccountEntity entity = new AccountEntity();
        entity.id = user.id();
        entity.email = user.email();
        entity.name = user.name();
        entity.role = user.role();
        entity.state = user.state();
        entity.locale = user.locale();
        entity.passwordHash = account.passwordHash();
        entity.mustChangePassword = user.mustChangePassword();
        entity.createdAt = user.createdAt();
        entity.lastLoginAt = user.lastLoginAt();
        return entity;
    }

    Account toAccount() {
        return new Account(toUser(), passwordHash);
    }

    Profile toProfile() {
        return new Profile(
                toUser(), localeChosen, new Preferences(theme, density, shortcuts, ListColumns.of(listColumns)));
    }

    private UserDocument toUser() {
        return new UserDocument(
                id, email, name, role, state, locale, mustChangePassword, createdAt, lastLoginAt, version);
    }

    long version() {
        return version;
    }

    void become(ProfileContent accepted) {
        name = Objects.requireNonNull(accepted.name());
        locale = Objects.requireNonNullElse(accepted.locale(), locale);
        localeChosen = accepted.locale() != null;
        theme = accepted.preferences().theme();
        density = accepted.preferences().density();
        shortcuts = accepted.preferences().shortcuts();
        listColumns = ListColumns.text(accepted.preferences().columns());
    }

    void changePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
    }
}
