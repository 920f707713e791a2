package io.obox.ui.internal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.ui.UiContribution;
import io.obox.ui.UiEvents;
import io.obox.ui.UiModule;
import io.obox.ui.internal.file.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContributionsTest {
    private final Registration first = new Registration(1, 0);
    private final Registration second = new Registration(2, 1);
    private final List<Change<?>> told = new CopyOnWriteArrayList<>();
    private final Events events = told::add;
    private final Contributions contributions = new Contributions(events);
    private final ContributionServlet servlet = new ContributionServlet(contributions);

    @TempDir
    private Path folder;

    @Test
    void whatIsContributedIsServedUnderAnAddressThatNamesItsContent() throws Exception {
        contributions.bindContribution(racks("let a = 1;"), first);
        LoadableModule module = contributions.all().iterator().next();

        Exchange exchange = Exchange.below(servlet, "/plugins", "/rack/" + module.hash() + "/rack.js");

        assertThat(module.path()).isEqualTo("/plugins/rack/" + module.hash() + "/rack.js");
        assertThat(exchange.body()).isEqualTo("let a = 1;");
        assertThat(exchange.answered)
                .containsEntry("Content-Type", "text/javascript; charset=utf-8")
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void anAddressWithAnotherHashOrOfAnotherFileLeadsNowhere() throws Exception {
        contributions.bindContribution(racks("let a = 1;"), first);
        String hash = contributions.all().iterator().next().hash();
        for (String path : List.of(
                "/rack/0000/rack.js",
                "/rack/" + hash + "/other.js",
                "/other/" + hash + "/rack.js",
                "/rack/" + hash,
                "/")) {
            assertThat(Exchange.below(servlet, "/plugins", path).status)
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void otherContentHasAnotherAddress() {
        contributions.bindContribution(racks("let a = 1;"), first);
        String before = contributions.all().iterator().next().path();
        contributions.bindContribution(racks("let a = 2;"), second);
        assertThat(contributions.all())
                .singleElement()
                .satisfies(module -> assertThat(module.path()).isNotEqualTo(before));
    }

    @Test
    void whileTwoSayTheSameIdTheBetterRankedIsTakenAndTheFilesOfBothAreThere() throws Exception {
        contributions.bindContribution(racks("let a = 2;"), second);
        String better = contributions.all().iterator().next().hash();
        contributions.bindContribution(racks("let a = 1;"), first);

        assertThat(contributions.all())
                .singleElement()
                .satisfies(module -> assertThat(module.hash()).isEqualTo(better));
        contributions.unbindContribution(racks(""), second);
        String other = contributions.all().iterator().next().hash();
        assertThat(other).isNotEqualTo(better);
        assertThat(Exchange.below(servlet, "/plugins", "/rack/" + better + "/rack.js").status)
                .isEqualTo(404);
    }

    @Test
    void openPagesAreToldOfWhatComesAndGoes() {
        contributions.bindContribution(racks("let a = 1;"), first);
        contributions.unbindContribution(racks("let a = 1;"), first);
        assertThat(contributions.all()).isEmpty();
        assertThat(told).hasSize(2).allSatisfy(change -> {
            assertThat(change.topic()).isEqualTo(UiEvents.TOPIC);
            assertThat(change.audience().isEveryone()).isTrue();
        });
    }

    @Test
    void openPagesAreToldOfAnotherPageWhenItComesAndWhenTheFormerIsGone() {
        contributions.begin();
        contributions.end();
        assertThat(told).hasSize(2);
    }

    @Test
    void oneThatCannotBeReadDisturbsNobody() {
        contributions.bindContribution(racks("let a = 1;"), first);
        contributions.bindContribution(
                () -> {
                    throw new IllegalStateException("broken");
                },
                second);
        assertThat(contributions.all()).hasSize(1);
        contributions.unbindContribution(racks(""), second);
        assertThat(told).hasSize(1);
    }

    @Test
    void oneWhoseRankingChangesIsTakenFromThenOnAndGoesAllTheSame() {
        contributions.bindContribution(racks("let a = 1;"), first);
        contributions.bindContribution(racks("let a = 2;"), second);
        String best = contributions.all().iterator().next().hash();
        told.clear();

        first.rank(2);
        contributions.updatedContribution(racks(""), first);
        assertThat(told).hasSize(1);
        assertThat(contributions.all())
                .singleElement()
                .satisfies(module -> assertThat(module.hash()).isNotEqualTo(best));

        contributions.unbindContribution(racks(""), second);
        contributions.unbindContribution(racks(""), first);
        assertThat(contributions.all()).isEmpty();
    }

    @Test
    void oneThatHangsHoldsUpNeitherTheStartOfItsBundleNorTheOthers() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        UiContribution hangs = () -> {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new IllegalStateException("was not read in time");
        };
        assertThat(CompletableFuture.runAsync(() -> contributions.bindContribution(hangs, second)))
                .succeedsWithin(Duration.ofSeconds(20));
        contributions.bindContribution(racks("let a = 1;"), first);
        assertThat(contributions.all()).hasSize(1);

        contributions.unbindContribution(hangs, second);
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private UiContribution racks(String script) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "rack", ".js"), script);
            UiModule module = UiModule.builder("rack", "1.0", "rack.js")
                    .file("rack.js", file.toUri().toURL())
                    .build();
            return () -> module;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
