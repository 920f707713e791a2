package io.obox.auth.internal.apitoken;

import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.message.TokenMessage;
import io.obox.user.Role;
import io.obox.user.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tokens can be good for: to see things of a kind, or to change them, which includes seeing them. */
final class TokenScopes {
    private static final List<String> RESOURCES =
            List.of("vms", "jobs", "images", "hosts", "profile", "events", "users", "mails", "audit", "settings");
    private static final String READ = ":read";
    private static final String WRITE = ":write";

    private TokenScopes() {}

    /** The wanted ones, without repetitions and in an order of their own. */
    static List<String> accepted(@Nullable List<@Nullable String> wanted, FieldErrors errors) {
        List<@Nullable String> scopes = wanted == null ? List.of() : wanted;
        errors.addIf(scopes.isEmpty(), "/scopes", TokenMessage.NO_SCOPES.with());
        for (int i = 0; i < scopes.size(); i++) {
            errors.addIf(!isKnown(scopes.get(i)), "/scopes/" + i, TokenMessage.NO_SUCH_SCOPE.with());
        }
        return List.copyOf(
                new TreeSet<>(scopes.stream().filter(Objects::nonNull).toList()));
    }

    private static boolean isKnown(@Nullable String scope) {
        return RESOURCES.stream()
                .anyMatch(resource -> (resource + READ).equals(scope) || (resource + WRITE).equals(scope));
    }

    /** What a token of these scopes lets do whoever owns it: the rights of an administrator only as long as its owner has them. */
    static Set<Scope> granted(Collection<String> scopes, Role owner) {
        Set<Scope> granted = new HashSet<>();
        scopes.stream().flatMap(TokenScopes::included).forEach(granted::add);
        if (owner == Role.ADMIN) {
            granted.add(Scope.ADMIN);
        }
        return granted;
    }

    private static Stream<Scope> included(String scope) {
        return scope.endsWith(WRITE)
                ? Stream.of(new Scope(scope), new Scope(scope.replace(WRITE, READ)))
                : Stream.of(new Scope(scope));
    }
}
