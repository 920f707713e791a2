package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.image.Image;
import io.obox.image.testkit.ImageKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoneHoldersTest {
    private static final Transactions TABLES = ImageKit.tables(TestDatabase.create());
    private static final int DAYS = 30;

    @TempDir
    Path temporary;

    private ImageKit kit;
    private ImageScan here;
    private ImageScan there;

    @BeforeEach
    void haveAFileOnEachOfTwoNodes() throws IOException {
        kit = new ImageKit(TABLES);
        kit.forget(kit.id);
        here = scan("here");
        there = scan("there");
        here.run();
        there.run();
        // images that are ready without a copy go after an hour
        kit.ageAccounts();
    }

    @Test
    void copiesOfANodeThatIsGoneForLongAreForgottenAndImagesWithThem() throws Exception {
        age("there", DAYS + 1);

        assertThat(kit.copies.forgetGone(DAYS, 10)).isOne();
        assertThat(kit.copies.forgetGone(DAYS, 10)).isZero();
        here.run();

        assertThat(names()).containsExactly("here-1");
    }

    @Test
    void nodeThatIsAwayForADayKeepsItsCopies() throws Exception {
        age("there", 1);

        assertThat(kit.copies.forgetGone(DAYS, 10)).isZero();
        here.run();

        assertThat(names()).containsExactly("here-1", "there-1");
    }

    @Test
    void nodeThatComesBackEntersItsCopiesAnew() throws Exception {
        age("there", DAYS + 1);
        kit.copies.forgetGone(DAYS, 10);
        here.run();

        there.run();

        assertThat(names()).containsExactly("here-1", "there-1");
        assertThat(kit.copies.forgetGone(DAYS, 10)).isZero();
    }

    @Test
    void nodeThatIsThereIsSeenAgainAndAgain() throws Exception {
        age("there", DAYS + 1);

        there.run();

        assertThat(kit.copies.forgetGone(DAYS, 10)).isZero();
    }

    private ImageScan scan(String node) throws IOException {
        Path file = temporary.resolve(node).resolve(node).resolve("1.img");
        Files.createDirectories(file.getParent());
        Files.writeString(file, node);
        return new ImageScan(
                kit.catalogue,
                kit.copies,
                new LocalImages(),
                folder(node),
                () -> Set.of("fake"),
                image -> Use.NONE,
                Duration.ZERO);
    }

    private Iterable<String> names() {
        return kit.catalogue.page(null, 100).stream().map(Image::name).toList();
    }

    private ImageFolder folder(String node) {
        return new ImageFolder(temporary.resolve(node), temporary.resolve("data-" + node));
    }

    private void age(String node, int days) throws IOException {
        update("update image_holder set seen_at = now() - interval '%d days' where holder = '%s'"
                .formatted(days, folder(node).holder()));
    }

    private void update(String sql) {
        kit.transactions.sql(connection -> new Sql(sql).update(connection));
    }
}
