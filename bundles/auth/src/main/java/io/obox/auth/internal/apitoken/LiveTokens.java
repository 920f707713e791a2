package io.obox.auth.internal.apitoken;

import io.obox.auth.internal.cache.ExpiringCache;
import io.obox.auth.internal.limit.AttemptLimit;
import io.obox.auth.internal.limit.Attempts;
import io.obox.auth.internal.message.TokenMessage;
import io.obox.auth.internal.session.Client;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.SessionEvents;
import io.obox.user.UserEvents;
import java.lang.invoke.MethodHandles;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who is behind an API token at this moment. Each answer is remembered for two seconds, as with sessions. Tokens that nobody has are
 * counted for where they come from; a token that was good within the last hour is not refused for what others there try.
 */
@Component(
        service = {LiveTokens.class, EventListener.class},
        property = {EventListener.TOPICS + "=user", EventListener.TOPICS + "=session"})
public final class LiveTokens implements EventListener {
    private static final Duration TTL = Duration.ofSeconds(2);
    private static final Duration FAMILIAR = Duration.ofHours(1);
    private static final int MOST = 10_000;
    private static final int BURST = 100;
    private static final Duration REFILL = Duration.ofSeconds(6);

    private final TokenTable table;
    private final TokenUse use;
    private final AttemptLimit perOrigin;
    private final InstantSource clock;
    private final ExpiringCache<String, Caller> callers;
    private final ExpiringCache<String, Boolean> familiar;
    private final CallerIssuer issuer = CallerIssuer.of(MethodHandles.lookup());

    /** Within the bundle. */
    @Activate
    public LiveTokens(@Reference TokenTable table, @Reference TokenUse use, @Reference Attempts attempts) {
        this(table, use, attempts, InstantSource.system());
    }

    /** With a clock of one's own. */
    public LiveTokens(TokenTable table, TokenUse use, Attempts attempts, InstantSource clock) {
        this.table = table;
        this.use = use;
        this.perOrigin = attempts.limit("token.origin", BURST, REFILL);
        this.clock = clock;
        this.callers = new ExpiringCache<>(clock, TTL, MOST);
        this.familiar = new ExpiringCache<>(clock, FAMILIAR, MOST);
    }

    /** Whether this is meant to be an API token, good or not. */
    public static boolean isOne(String text) {
        return text.startsWith(ApiToken.PREFIX);
    }

    /**
     * Who is behind this token, or empty where it is not good.
     *
     * @param from where it comes from, or null where that was counted before
     * @throws ProblemException {@code rate-limited}
     */
    public Optional<Caller> caller(String text, @Nullable InetAddress from) {
        return ApiToken.parse(text)
                .flatMap(token -> callers.get(token.fingerprint(), ignored -> load(token, from)))
                .filter(this::lasts);
    }

    private boolean lasts(Caller caller) {
        return Optional.ofNullable(caller.validUntil())
                .map(end -> clock.instant().isBefore(end))
                .orElse(true);
    }

    private Optional<Caller> load(ApiToken token, @Nullable InetAddress from) {
        String name = token.fingerprint();
        if (from == null || familiar.get(name, ignored -> Optional.empty()).isPresent()) {
            return find(token);
        }
        String origin = new Client(from.getHostAddress(), "", false).origin();
        perOrigin.begin(origin, TokenMessage.TOO_MANY_TOKENS.with());
        Optional<Caller> found = find(token);
        if (found.isPresent()) {
            perOrigin.forgive(origin);
            familiar.get(name, ignored -> Optional.of(true));
        }
        return found;
    }

    private Optional<Caller> find(ApiToken token) {
        Optional<UsableToken> found = table.usable(token.hash(), clock.instant());
        found.ifPresent(usable -> use.note(usable, clock.instant()));
        return found.map(usable -> usable.caller(issuer));
    }

    /** To be called after the commit that deleted the token. */
    void forget(UUID id) {
        callers.forgetIf(caller -> id.equals(caller.credentialId()));
    }

    @Override
    public void onEvent(Event event) {
        event.of(SessionEvents.TOPIC).map(Change::objectId).ifPresent(this::forget);
        event.of(UserEvents.TOPIC)
                .map(Change::objectId)
                .ifPresent(id -> callers.forgetIf(caller -> caller.userId().equals(id)));
    }

    @Override
    public void onLoss() {
        callers.forgetIf(caller -> true);
    }
}
