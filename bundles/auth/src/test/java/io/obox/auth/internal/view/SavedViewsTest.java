package io.obox.auth.internal.view;

import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.account.Density;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.sql.Sql;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.version.ExpectedVersion;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SavedViewsTest {
    private final AuthKit kit = new AuthKit();
    private final User ann = kit.account("ann@example.org", Role.USER);
    private final Caller asAnn = AuthKit.caller(ann);
    private final Caller asBob = AuthKit.caller(kit.account("bob@example.org", Role.USER));
    private final Caller asAdmin = AuthKit.caller(kit.account("admin@example.org", Role.ADMIN));

    private static ViewContent content(String name, boolean shared) {
        return new ViewContent(
                "vms",
                name,
                shared,
                new ListSettings(
                        "state:running tag:prod", "RUNNING", "-createdAt", List.of("name", "state"), Density.COMPACT));
    }

    private static ViewContent ofJobs(String name) {
        return new ViewContent("jobs", name, false, new ListSettings(null, null, null, List.of(), null));
    }

    private static UnaryOperator<ViewContent> renamed(String name) {
        return old -> old.withName(name);
    }

    private List<String> names(Caller caller) {
        return kit.views.list(caller, "vms", PageRequest.first()).items().stream()
                .map(SavedViewDocument::name)
                .toList();
    }

    @Test
    void aViewIsKeptAsItWasSaved() {
        SavedViewDocument saved = kit.views.add(asAnn, content(" Production ", false));

        assertThat(kit.views.get(asAnn, saved.id())).isEqualTo(saved);
        assertThat(kit.views.list(asAnn, null, PageRequest.first()).items()).containsExactly(saved);
        assertThat(saved.name()).isEqualTo("Production");
        assertThat(saved.q()).isEqualTo("state:running tag:prod");
        assertThat(saved.state()).isEqualTo("RUNNING");
        assertThat(saved.sort()).isEqualTo("-createdAt");
        assertThat(saved.columns()).containsExactly("name", "state");
        assertThat(saved.density()).isEqualTo(Density.COMPACT);
        assertThat(saved.owner().email()).isEqualTo("ann@example.org");
    }

    @Test
    void aListHasItsOwnViewsAndIsPaged() {
        kit.views.add(asAnn, ofJobs("Failed"));
        List.of("a", "b", "c").forEach(name -> kit.views.add(asAnn, content(name, false)));

        Page<SavedViewDocument> first = kit.views.list(asAnn, "vms", new PageRequest(2, null));
        Page<SavedViewDocument> rest = kit.views.list(asAnn, "vms", new PageRequest(2, first.nextCursor()));

        assertThat(first.items()).extracting(SavedViewDocument::name).containsExactly("a", "b");
        assertThat(rest.items()).extracting(SavedViewDocument::name).containsExactly("c");
        assertThat(rest.nextCursor()).isNull();
        assertThat(kit.views.list(asAnn, "jobs", PageRequest.first()).items())
                .extracting(SavedViewDocument::sort)
                .containsOnlyNulls();
    }

    @Test
    void whatSomebodyKeepsForThemselvesNobodyElseSees() {
        UUID id = kit.views.add(asAnn, content("Mine", false)).id();

        for (Caller other : List.of(asBob, asAdmin)) {
            assertThat(names(other)).isEmpty();
            assertThat(problemOf(() -> kit.views.get(other, id)).status()).isEqualTo(404);
            assertThat(problemOf(() -> kit.views.change(other, id, renamed("Theirs"), ExpectedVersion.UNSTATED))
                            .status())
                    .isEqualTo(404);
            assertThat(problemOf(() -> kit.views.delete(other, id, ExpectedVersion.UNSTATED))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(names(asAnn)).containsExactly("Mine");
    }

    @Test
    void aSharedViewIsSeenByAllAndChangedByItsOwnerAndAdministrators() {
        SavedViewDocument saved = kit.views.add(asAnn, content("Ours", true));
        UUID id = saved.id();

        assertThat(names(asBob)).containsExactly("Ours");
        assertThat(kit.views.get(asBob, id)).isEqualTo(saved);
        assertThat(problemOf(() -> kit.views.change(asBob, id, renamed("Bob's"), ExpectedVersion.UNSTATED))
                        .status())
                .isEqualTo(403);
        assertThat(problemOf(() -> kit.views.delete(asBob, id, ExpectedVersion.UNSTATED))
                        .status())
                .isEqualTo(403);
        kit.views.change(asAnn, id, renamed("Everybody's"), ExpectedVersion.UNSTATED);
        kit.views.change(asAdmin, id, renamed("The team's"), ExpectedVersion.UNSTATED);
        assertThat(names(asBob)).containsExactly("The team's");
        assertThat(kit.views.get(asBob, id).owner().id()).isEqualTo(ann.id());
        kit.views.delete(asAdmin, id, ExpectedVersion.UNSTATED);
        assertThat(names(asAnn)).isEmpty();
    }

    @Test
    void aChangeIsMadeToTheVersionItIsMeantFor() {
        SavedViewDocument saved = kit.views.add(asAnn, content("First", false));
        ExpectedVersion first = ExpectedVersion.of(saved.version());

        SavedViewDocument changed = kit.views.change(asAnn, saved.id(), renamed("Second"), first);

        assertThat(changed.version()).isGreaterThan(saved.version());
        assertThat(problemOf(() -> kit.views.change(asAnn, saved.id(), renamed("Third"), first))
                        .slug())
                .isEqualTo("precondition-failed");
        assertThat(problemOf(() -> kit.views.delete(asAnn, saved.id(), first)).slug())
                .isEqualTo("precondition-failed");
        assertThat(names(asAnn)).containsExactly("Second");
    }

    @Test
    void changesAtTheSameMomentDoNotSwallowEachOther() {
        SavedViewDocument saved = kit.views.add(asAnn, content("First", false));

        List<String> outcomes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> outcome(() ->
                        kit.views.change(asAnn, saved.id(), renamed("No. " + i), ExpectedVersion.of(saved.version()))))
                .toList();

        assertThat(outcomes).containsOnlyOnce("done").containsOnly("done", "precondition-failed");
    }

    @Test
    void aNameIsGivenOnceForEachListAndOwner() {
        kit.views.add(asAnn, content("Production", true));
        UUID other = kit.views.add(asAnn, content("Staging", false)).id();

        assertThat(problemOf(() -> kit.views.add(asAnn, content("Production", false)))
                        .slug())
                .isEqualTo("name-taken");
        assertThat(problemOf(() -> kit.views.change(asAnn, other, renamed("Production"), ExpectedVersion.UNSTATED))
                        .slug())
                .isEqualTo("name-taken");
        kit.views.add(asAnn, ofJobs("Production"));
        kit.views.add(asBob, content("Production", false));
        assertThat(names(asBob)).containsExactly("Production", "Production");
    }

    @Test
    void theNumberOfViewsIsBoundedAlsoUnderARace() {
        IntStream.range(0, SavedViews.MOST - 2).forEach(i -> kit.views.add(asAnn, content("view " + i, false)));

        List<String> outcomes = IntStream.range(1000, 1008)
                .parallel()
                .mapToObj(i -> outcome(() -> kit.views.add(asAnn, content("view " + i, false))))
                .toList();

        assertThat(outcomes).containsOnly("done", "limit-reached");
        assertThat(outcomes).filteredOn("done"::equals).hasSize(2);
        assertThat(outcome(() -> kit.views.add(asBob, content("view", false)))).isEqualTo("done");
    }

    @Test
    void aChangeLocksTheAccountBeforeTheViewAsTheDeletionOfTheAccountDoes() {
        UUID id = kit.views.add(asAnn, content("Ours", true)).id();
        Sql lock = new Sql("select 1 from account where id = ? for update nowait");

        kit.views.change(
                asAdmin,
                id,
                old -> {
                    Runnable other = () ->
                            kit.transactions.sql(connection -> lock.first(connection, row -> row.getInt(1), ann.id()));
                    String outcome =
                            CompletableFuture.supplyAsync(() -> outcome(other)).join();
                    assertThat(outcome).isEqualTo("conflict");
                    return old;
                },
                ExpectedVersion.UNSTATED);
    }

    @Test
    void everyFaultIsToldAtItsField() {
        ViewContent bad = new ViewContent(
                "VMs!",
                "two\nlines",
                true,
                new ListSettings("x".repeat(1001), "on and off", "name desc", Collections.nCopies(51, "a b"), null));

        Problem problem = problemOf(() -> kit.views.add(asAnn, bad));

        assertThat(problem.slug()).isEqualTo("validation");
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .contains("/page", "/name", "/q", "/state", "/sort", "/columns", "/columns/0");
        assertThat(names(asAnn)).isEmpty();
    }

    @Test
    void whatAUserKeptGoesWithTheAccount() {
        UUID id = kit.views.add(asAnn, content("Ours", true)).id();
        kit.sshKeys.add(
                asAnn, "laptop", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMmYn+2UPsIkxRZrDztR/YrQ3CZtfLoeYBOS2zahKgYv");

        kit.transactions.sql(connection -> new Sql("delete from account where id = ?").update(connection, ann.id()));

        assertThat(names(asBob)).isEmpty();
        assertThat(problemOf(() -> kit.views.get(asBob, id)).status()).isEqualTo(404);
        assertThat(kit.sshKeys.list(asAnn)).isEmpty();
        assertThat(problemOf(() -> kit.views.add(asAnn, content("Late", false))).status())
                .isEqualTo(404);
    }

    private static String outcome(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (ProblemException e) {
            return e.problem().slug();
        }
    }
}
