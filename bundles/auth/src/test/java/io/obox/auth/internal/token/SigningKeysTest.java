package io.obox.auth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
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
    @Test
    void nodesThatStartAtOnceAgreeOnOneKey() throws Exception {
        List<UUID> keys = new ArrayList<>();
        try (TestDatabase database = TestDatabase.create();
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            Transactions transactions = database.bundle("io.obox.auth", SigningKeyEntity.class);
            await().until(transactions::ready);
            Callable<UUID> node =
                    () -> new StoredSigningKeys(transactions).current().id();
            for (Future<UUID> key : threads.invokeAll(Collections.nCopies(6, node))) {
                keys.add(key.get());
            }
        }
        assertThat(keys).hasSize(6).containsOnly(keys.getFirst());
    }
}
