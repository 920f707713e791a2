package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.obox.host.Host;
import io.obox.host.Hosts;
import io.obox.image.ImageCopy;
import io.obox.image.ImageCopy.Kind;
import io.obox.image.testkit.ImageKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImageServiceTest {
    private static final UUID NORTH = new UUID(1, 1);
    private static final UUID GONE = new UUID(2, 2);
    private static final Caller ANN = CallerIssuer.of(MethodHandles.lookup())
            .draft(new UUID(3, 3), "ann@example.org", Role.USER, Credential.SESSION)
            .issue();
    private static final Transactions TABLES = ImageKit.tables(TestDatabase.create());

    private final ImageKit kit = new ImageKit(TABLES);
    private final ImageService images = new ImageService(kit.catalogue, kit.copies, kit.pools);

    @BeforeEach
    void haveAHost() throws Exception {
        var hosts = ImageService.class.getDeclaredField("hosts");
        hosts.setAccessible(true);
        hosts.set(images, new North());
    }

    @Test
    void nodesAndHostsThatHaveAnImageAreShownAndWhereTheirFoldersAreIsNot() {
        assertThat(images.copies(ANN, kit.id)).isEmpty();

        kit.copies.put("node-1:/srv/images", new Copy("tiny/1.qcow2", kit.id, 1, Instant.EPOCH));
        kit.pools.seen(NORTH, List.of(kit.pooled()));
        kit.pools.seen(GONE, List.of(kit.pooled()));
        assertThat(images.copies(ANN, kit.id))
                .extracting(ImageCopy::kind, ImageCopy::id, ImageCopy::name)
                .containsExactly(tuple(Kind.NODE, "node-1", "node-1"), tuple(Kind.HOST, NORTH.toString(), "north"));

        kit.pools.seen(NORTH, List.of());
        assertThat(images.copies(ANN, kit.id)).extracting(ImageCopy::kind).containsExactly(Kind.NODE);
    }

    @Test
    void copiesOfAnImageThatThereIsNotAreNotFound() {
        assertThatThrownBy(() -> images.copies(ANN, UUID.randomUUID())).isInstanceOf(ProblemException.class);
    }

    private static final class North implements Hosts {
        @Override
        public List<Host> list(Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Host get(Caller caller, UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, String> names(Collection<UUID> ids) {
            return ids.contains(NORTH) ? Map.of(NORTH, "north") : Map.of();
        }
    }
}
