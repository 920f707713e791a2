package io.obox.product.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Product;
import java.net.HttpCookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of each kind of caller: whoever plays a part comes when it is called for. */
final class Cast {
    private static final AtomicInteger CASTS = new AtomicInteger();

    private final Calls calls;
    private final Accounts accounts;
    private final int number = CASTS.incrementAndGet();
    private final AtomicInteger newcomers = new AtomicInteger();
    private final Map<String, String> bearers = new HashMap<>();

    Cast(Calls calls, Accounts accounts) {
        this.calls = calls;
        this.accounts = accounts;
    }

    /** What somebody in this part shows for this operation; null for nothing. */
    @Nullable
    String bearer(String caller, Operation operation) {
        String whose = operation.isAdministrative() ? "admin" : "owner";
        return switch (caller) {
            case "nobody" -> null;
            case "token" -> token(whose, operation.scopes());
            case "other token" -> token(whose, operation.otherScopes());
            case "expired token" -> expired(whose, operation.scopes());
            case "ended session" -> ended();
            default -> session(caller);
        };
    }

    /** The login of somebody with an account of their own. */
    String session(String caller) {
        String known = bearers.get(caller);
        if (known == null) {
            known = comes(caller);
            bearers.put(caller, known);
        }
        return known;
    }

    /** Somebody of whom nothing else is known. */
    UUID newcomer() {
        return accounts.add(
                "newcomer-" + number + "-" + newcomers.incrementAndGet() + "@example.org", "USER", "ACTIVE", false);
    }

    String email(String caller) {
        return caller.replace(' ', '-') + "-" + number + "@example.org";
    }

    private String comes(String caller) {
        accounts.add(
                email(caller),
                caller.equals("admin") ? "ADMIN" : "USER",
                caller.equals("unverified") ? "UNVERIFIED" : "ACTIVE",
                caller.equals("owes password"));
        String bearer = login(email(caller));
        if (caller.equals("disabled")) {
            accounts.disable(email(caller));
            // the database alone says so: without a notice a node believes in the login for two seconds more
            await().until(() -> calls.get(bearer, "/api/auth/me").status() == 401);
        }
        return bearer;
    }

    /** Another session of theirs. */
    String login(String email) {
        return cookies(email)
                .filter(cookie -> cookie.getName().contains("access"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** What a browser of the owner sends that has just logged in. */
    String cookies() {
        session("owner");
        return cookies(email("owner"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Stream<HttpCookie> cookies(String email) {
        Answer login = calls.post(null, "/api/auth/login", Map.of("email", email, "password", Product.PASSWORD));
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        return login.headers().allValues("Set-Cookie").stream()
                .map(text -> HttpCookie.parse(text).getFirst());
    }

    private String ended() {
        session("owner");
        return bearers.computeIfAbsent("ended session", part -> loggedOut());
    }

    private String loggedOut() {
        String bearer = login(email("owner"));
        assertThat(calls.send("POST", "/api/auth/logout", bearer, null, Map.of())
                        .status())
                .isEqualTo(204);
        return bearer;
    }

    private String token(String whose, List<String> scopes) {
        String session = session(whose);
        return bearers.computeIfAbsent(
                whose + scopes, made -> make(session, scopes).path("token").asText());
    }

    private String expired(String whose, List<String> scopes) {
        String session = session(whose);
        return bearers.computeIfAbsent("expired " + whose + scopes, made -> {
            JsonNode token = make(session, scopes);
            accounts.expire(UUID.fromString(token.path("id").asText()));
            return token.path("token").asText();
        });
    }

    private JsonNode make(String session, List<String> scopes) {
        Answer made = calls.post(session, "/api/profile/tokens", Map.of("name", "of a test", "scopes", scopes));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }
}
