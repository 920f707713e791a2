package io.obox.auth.internal.administration;

import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountSearchTest {
    private final AuthKit kit = new AuthKit();
    private final User zoe = kit.account("zoe@example.org", Role.ADMIN);
    private final Caller admin = AuthKit.caller(zoe);

    AccountSearchTest() {
        kit.account("ann_b@example.org", Role.USER);
        kit.account("bob@example.net", Role.USER, UserState.DISABLED, PASSWORD, false);
        kit.account("cem@example.net", Role.USER, UserState.UNVERIFIED, PASSWORD, false);
        kit.transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("update account set name = 'Ådne 100%' where email = 'bob@example.net'"));
    }

    private List<String> found(
            @Nullable String q, @Nullable String role, @Nullable String state, @Nullable String sort) {
        return kit
                .administration
                .list(admin, AccountFilter.parse(q, role, state, null, sort), PageRequest.first(), false)
                .items()
                .stream()
                .map(ManagedAccount::email)
                .toList();
    }

    @Test
    void partsOfAddressesAndNamesAreFoundWhateverTheirCase() {
        assertThat(found(" EXAMPLE.NET ", null, null, null)).containsExactly("bob@example.net", "cem@example.net");
        assertThat(found("åDNE", null, null, null)).containsExactly("bob@example.net");
        assertThat(found("nobody", null, null, null)).isEmpty();
    }

    @Test
    void noCharacterStandsForOthers() {
        assertThat(found("%", null, null, null)).containsExactly("bob@example.net");
        assertThat(found("_", null, null, null)).containsExactly("ann_b@example.org");
        assertThat(found("\\", null, null, null)).isEmpty();
        assertThat(found("' or 1=1 --", null, null, null)).isEmpty();
    }

    @Test
    void roleAndStateNarrowTheList() {
        assertThat(found(null, "ADMIN", null, null)).containsExactly("zoe@example.org");
        assertThat(found(null, null, "DISABLED", null)).containsExactly("bob@example.net");
        assertThat(found("ann", "ADMIN", null, null)).isEmpty();
        assertThat(problemOf(() -> found(null, "KING", null, null)).errors()).hasSize(1);
    }

    @Test
    void eachOrderHasItsReverseAndPagesThatMissNobody() {
        for (String sort : List.of("email", "name", "createdAt", "lastLoginAt")) {
            List<String> all = paged(sort);
            assertThat(all).hasSize(4).doesNotHaveDuplicates();
            List<String> reversed = new ArrayList<>(paged("-" + sort));
            Collections.reverse(reversed);
            assertThat(reversed).isEqualTo(all);
        }
        assertThat(paged("email"))
                .containsExactly("ann_b@example.org", "bob@example.net", "cem@example.net", "zoe@example.org");
        assertThat(problemOf(() -> found(null, null, null, "passwordHash")).errors())
                .hasSize(1);
    }

    private List<String> paged(String sort) {
        AccountFilter filter = AccountFilter.parse(null, null, null, null, sort);
        List<String> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            AccountPage page = kit.administration.list(admin, filter, new PageRequest(1, cursor), true);
            page.items().forEach(account -> all.add(account.email()));
            assertThat(page.total()).isEqualTo(4);
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    @Test
    void whatIsNoCursorIsRefused() {
        for (String cursor : List.of("x", "!!", "AAAA")) {
            assertThat(problemOf(() -> kit.administration.list(
                                    admin,
                                    AccountFilter.parse(null, null, null, null, null),
                                    new PageRequest(1, cursor),
                                    false))
                            .slug())
                    .isEqualTo("validation");
        }
    }

    @Test
    void theTotalIsThatOfTheSearch() {
        AccountPage page = kit.administration.list(
                admin, AccountFilter.parse("example.net", null, null, null, "-email"), new PageRequest(1, null), true);
        assertThat(page.items()).hasSize(1);
        assertThat(Objects.requireNonNull(page.total())).isEqualTo(2);
    }
}
