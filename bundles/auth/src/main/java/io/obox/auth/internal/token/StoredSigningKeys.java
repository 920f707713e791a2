package io.obox.auth.internal.token;

import io.obox.persistence.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The key that all nodes sign with: made by whichever needs it first, and read from the database once. */
@Component(service = SigningKeys.class)
public final class StoredSigningKeys implements SigningKeys {
    private final Transactions transactions;
    private volatile @Nullable SigningKey current;

    /** On the bundle's own tables. */
    @Activate
    public StoredSigningKeys(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public SigningKey current() {
        SigningKey key = current;
        if (key == null) {
            key = transactions.call(StoredSigningKeys::findOrMake);
            current = key;
        }
        return key;
    }

    private static SigningKey findOrMake(EntityManager em) {
        return newest(em).orElseGet(() -> {
            em.createNativeQuery("lock table signing_key in share row exclusive mode")
                    .executeUpdate();
            return newest(em).orElseGet(() -> make(em));
        });
    }

    private static Optional<SigningKey> newest(EntityManager em) {
        return em.createQuery("select k from SigningKeyEntity k order by k.createdAt desc", SigningKeyEntity.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(SigningKeyEntity::toSigningKey);
    }

    private static SigningKey make(EntityManager em) {
        SigningKey key = SigningKey.random();
        em.persist(SigningKeyEntity.of(key, Instant.now()));
        return key;
    }
}
