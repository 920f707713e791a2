package io.obox.auth.internal.link;

import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.problem.ProblemException;
import io.obox.user.Role;
import io.obox.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LinksTest {
    private final AuthKit kit = new AuthKit();
    private final User alice = kit.account("alice@example.org", Role.USER);

    private String issue(LinkPurpose purpose) {
        return kit.links.issue(alice.id(), purpose).page().getFragment().substring("token=".length());
    }

    private boolean opens(String token, LinkPurpose... purposes) {
        try {
            return kit.transactions
                    .call(em -> kit.links.open(token, purposes))
                    .accountId()
                    .equals(alice.id());
        } catch (ProblemException e) {
            assertThat(e.problem().slug()).isEqualTo("link-invalid");
            return false;
        }
    }

    @Test
    void aLinkOpensOnce() {
        String token = issue(LinkPurpose.VERIFY);
        assertThat(kit.links.look(token, LinkPurpose.VERIFY).accountId()).isEqualTo(alice.id());
        assertThat(opens(token, LinkPurpose.VERIFY)).isTrue();
        assertThat(opens(token, LinkPurpose.VERIFY)).isFalse();
    }

    @Test
    void ofManyWhoComeAtOnceOneIsLetIn() throws Exception {
        String token = issue(LinkPurpose.VERIFY);
        Callable<Boolean> visit = () -> opens(token, LinkPurpose.VERIFY);
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> visits = threads.invokeAll(Collections.nCopies(64, visit));
            int letIn = 0;
            for (Future<Boolean> each : visits) {
                letIn += each.get() ? 1 : 0;
            }
            assertThat(letIn).isOne();
        }
    }

    @Test
    void whatComesToNothingLeavesTheLink() {
        String token = issue(LinkPurpose.VERIFY);
        problemOf(() -> kit.transactions.call(em -> {
            kit.links.open(token, LinkPurpose.VERIFY);
            throw Links.invalid(LinkPurpose.VERIFY);
        }));
        assertThat(opens(token, LinkPurpose.VERIFY)).isTrue();
    }

    @Test
    void aNewerLinkEndsTheOlder() {
        String older = issue(LinkPurpose.RESET);
        String newer = issue(LinkPurpose.RESET);
        assertThat(opens(older, LinkPurpose.RESET)).isFalse();
        assertThat(opens(newer, LinkPurpose.RESET)).isTrue();
    }

    @Test
    void aLinkOpensNothingButWhatItIsFor() {
        String token = issue(LinkPurpose.VERIFY);
        assertThat(opens(token, LinkPurpose.RESET)).isFalse();
        assertThat(opens(issue(LinkPurpose.NOTHING), LinkPurpose.VERIFY, LinkPurpose.RESET))
                .isFalse();
        assertThat(opens(token, LinkPurpose.VERIFY)).isTrue();
    }

    @Test
    void aLinkRunsOut() {
        String token = issue(LinkPurpose.RESET);
        kit.clock.pass(Duration.ofHours(1));
        assertThat(opens(token, LinkPurpose.RESET)).isFalse();
    }

    @Test
    void whatIsNoTokenOpensNothing() {
        for (String text : List.of("", "x", "\u0000", "a".repeat(43), "a".repeat(100_000), "' or true --")) {
            assertThat(opens(text, LinkPurpose.VERIFY)).isFalse();
        }
    }

    @Test
    void theTableHoldsNoToken() {
        String token = issue(LinkPurpose.RESET);
        String stored = kit.transactions.sql(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select encode(token_hash, 'base64') from account_link")) {
                row.next();
                return row.getString(1);
            }
        });
        assertThat(stored).hasSize(44).doesNotContain(token.substring(0, 20));
        assertThat(token).hasSize(43);
    }

    @Test
    void aLinkIsNotShownByAccident() {
        assertThat(kit.links.issue(alice.id(), LinkPurpose.RESET)).asString().doesNotContain("token");
    }

    @Test
    void linksThatRanOutGo() {
        issue(LinkPurpose.RESET);
        kit.clock.pass(Duration.between(kit.clock.instant(), Instant.now()));
        String good = issue(LinkPurpose.VERIFY);
        LinkRetention retention = new LinkRetention(kit.transactions);
        assertThat(retention.deleteAged(10)).isOne();
        assertThat(opens(good, LinkPurpose.VERIFY)).isTrue();
    }
}
