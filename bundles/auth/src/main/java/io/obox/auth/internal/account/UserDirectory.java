package io.obox.auth.internal.account;

import io.obox.auth.internal.cache.ExpiringCache;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.User;
import io.obox.user.UserEvents;
import io.obox.user.Users;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts as other bundles see them. */
@Component(
        service = {Users.class, EventListener.class, UserDirectory.class},
        property = EventListener.TOPICS + "=user")
public final class UserDirectory implements Users, EventListener {
    private final Accounts accounts;
    // empty where there is no such account: what an account has left behind it is asked for as often as anything else
    private final ExpiringCache<UUID, Optional<String>> emails =
            new ExpiringCache<>(InstantSource.system(), Duration.ofMinutes(1), 10_000);

    /** Within the bundle. */
    @Activate
    public UserDirectory(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public User get(Caller caller, UUID id) {
        if (!caller.visibility().includes(id)) {
            throw new ProblemException(Problem.notFound(AuthMessage.NO_SUCH_USER.with()));
        }
        return accounts.find(id)
                .map(Account::user)
                .orElseThrow(() -> new ProblemException(Problem.notFound(AuthMessage.NO_SUCH_USER.with())));
    }

    @Override
    public Page<User> list(Caller caller, PageRequest page) {
        if (!caller.visibility().isEverything()) {
            throw new ProblemException(Problem.forbidden(AuthMessage.ADMINS_LIST_USERS.with()));
        }
        List<User> found = accounts.page(page.after(UUID::fromString), page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<User> items = found.subList(0, page.limit());
        return new Page<>(items, items.getLast().id().toString());
    }

    @Override
    public Map<UUID, String> emails(Collection<UUID> ids) {
        Map<UUID, String> found = new HashMap<>();
        emails.getAll(ids, this::load).forEach((id, email) -> email.ifPresent(text -> found.put(id, text)));
        return found;
    }

    private Map<UUID, Optional<String>> load(Set<UUID> ids) {
        Map<UUID, String> existing = accounts.emails(ids);
        return ids.stream().collect(Collectors.toMap(id -> id, id -> Optional.ofNullable(existing.get(id))));
    }

    @Override
    public void onEvent(Event event) {
        event.of(UserEvents.TOPIC).map(Change::objectId).ifPresent(emails::forget);
    }

    @Override
    public void onLoss() {
        emails.forgetIf(email -> true);
    }
}
