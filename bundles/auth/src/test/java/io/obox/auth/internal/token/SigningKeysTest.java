package io.obox.auth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.auth.internal.account.AccountEntity;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
    private static StoredSigningKeys keys(Transactions transactions) {
        return new StoredSigningKeys(transactions, InstantSource.system(), Duration.ofDays(90), Duration.ofDays(90));
    }

    @Test
    void nodesThatStartAtOnceAgreeOnOneKey() throws Exception {
        List<UUID> keys = new ArrayList<>();
        try (TestDatabase database = TestDatabase.create();
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            Transactions transactions = database.bundle("io.obox.auth", AccountEntity.class);
            await().until(transactions::ready);
            Callable<UUID> node = () -> keys(transactions).current().id();
            for (Future<UUID> key : threads.invokeAll(Collections.nCopies(6, node))) {
                keys.add(key.get());
            }
        }
        assertThat(keys).hasSize(6).containsOnly(keys.getFirst());
    }
}
