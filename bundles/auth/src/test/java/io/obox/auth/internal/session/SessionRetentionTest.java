package io.obox.auth.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.persistence.sql.Sql;
import io.obox.user.Role;
import io.obox.user.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SessionRetentionTest {
    private static final Sql INSERT = new Sql("""
            insert into session (id, account_id, refresh_hash, rotated_at, expires_at, created_at, user_agent, address)
            values (gen_random_uuid(), ?, 'hash', now(), now() + ? * interval '1 second', now(), '', '')""");

    private final AuthKit kit = new AuthKit();
    private final User alice = kit.account("alice@example.org", Role.USER);
    private final SessionRetention retention = new SessionRetention(kit.transactions);

    @Test
    void sessionsGoADayAfterTheyRanOutInBitesAndNoOthers() {
        session(Duration.ofHours(-25));
        session(Duration.ofHours(-30));
        session(Duration.ofHours(-40));
        session(Duration.ofHours(-23));
        session(Duration.ofHours(1));

        assertThat(retention.deleteAged(2)).isEqualTo(2);
        assertThat(retention.deleteAged(2)).isEqualTo(1);
        assertThat(retention.deleteAged(2)).isZero();

        assertThat(left()).isEqualTo(2);
    }

    private void session(Duration left) {
        kit.transactions.sql(connection -> INSERT.update(connection, alice.id(), left.toSeconds()));
    }

    private int left() {
        return kit.transactions.sql(connection -> new Sql("select count(*) from session")
                .first(connection, row -> row.getInt(1))
                .orElseThrow());
    }
}
