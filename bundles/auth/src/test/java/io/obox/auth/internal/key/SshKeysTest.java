package io.obox.auth.internal.key;

import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.SshPublicKey;
import io.obox.user.User;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SshKeysTest {
    private final AuthKit kit = new AuthKit();
    private final User ann = kit.account("ann@example.org", Role.USER);
    private final Caller asAnn = AuthKit.caller(ann);
    private final Caller asBob = AuthKit.caller(kit.account("bob@example.org", Role.USER));
    private final Caller asAdmin = AuthKit.caller(kit.account("admin@example.org", Role.ADMIN));

    /** As long and as made as a key is, and unlike every other number's. */
    private static String line(int number) {
        byte[] type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer content = ByteBuffer.allocate(4 + type.length + 4 + 32);
        content.putInt(type.length).put(type).putInt(32).putInt(number);
        return "ssh-ed25519 " + Base64.getEncoder().encodeToString(content.array());
    }

    private List<String> names(Caller caller) {
        return kit.sshKeys.list(caller).stream().map(SshKeyDocument::name).toList();
    }

    @Test
    void aKeyIsKeptWithItsFingerprint() {
        SshKeyDocument saved = kit.sshKeys.add(asAnn, " laptop ", line(1) + "  ann at home\n");

        assertThat(kit.sshKeys.list(asAnn)).containsExactly(saved);
        assertThat(kit.sshKeys.get(asAnn, saved.id())).isEqualTo(saved);
        assertThat(saved.name()).isEqualTo("laptop");
        assertThat(saved.type()).isEqualTo("ssh-ed25519");
        assertThat(saved.publicKey()).isEqualTo(line(1) + " ann at home");
        assertThat(saved.fingerprint()).isEqualTo(SshPublicKey.parse(line(1)).fingerprint());
    }

    @Test
    void aKeyWithoutNameIsCalledByItsComment() {
        assertThat(kit.sshKeys.add(asAnn, null, line(1) + " ann@home").name()).isEqualTo("ann@home");
    }

    @Test
    void whatIsNoKeyIsRefusedAtItsFieldTogetherWithABadName() {
        Problem problem = problemOf(() -> kit.sshKeys.add(asAnn, "x".repeat(65), "ssh-dss AAAA"));

        assertThat(problem.slug()).isEqualTo("validation");
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("/publicKey", "/name");
        assertThat(problemOf(() -> kit.sshKeys.add(asAnn, "laptop", null))
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/publicKey");
        assertThat(problemOf(() -> kit.sshKeys.add(asAnn, null, line(1)))
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/name");
    }

    @Test
    void theSameKeyIsKeptOnce() {
        kit.sshKeys.add(asAnn, "laptop", line(1) + " ann@home");

        Problem problem = problemOf(() -> kit.sshKeys.add(asAnn, "other", line(1) + " ann@work"));

        assertThat(problem.slug()).isEqualTo("key-saved");
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.detail()).contains("laptop");
        assertThat(kit.sshKeys.add(asBob, "mine too", line(1)).name()).isEqualTo("mine too");
    }

    @Test
    void theNumberOfKeysIsBoundedAlsoUnderARace() {
        IntStream.range(0, SshKeys.MOST - 2).forEach(i -> kit.sshKeys.add(asAnn, "key " + i, line(i)));

        List<Boolean> added = IntStream.range(1000, 1008)
                .parallel()
                .mapToObj(i -> {
                    try {
                        kit.sshKeys.add(asAnn, "key " + i, line(i));
                        return true;
                    } catch (ProblemException e) {
                        assertThat(e.problem().slug()).isEqualTo("limit-reached");
                        return false;
                    }
                })
                .toList();

        assertThat(added).filteredOn(one -> one).hasSize(2);
        assertThat(kit.sshKeys.list(asAnn)).hasSize(SshKeys.MOST);
    }

    @Test
    void theSameKeyIsKeptOnceUnderARace() {
        List<String> outcomes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> {
                    try {
                        kit.sshKeys.add(asAnn, "key " + i, line(1));
                        return "saved";
                    } catch (ProblemException e) {
                        return e.problem().slug();
                    }
                })
                .toList();

        assertThat(outcomes).containsOnlyOnce("saved").containsOnly("saved", "key-saved");
    }

    @Test
    void aKeyOfSomebodyElseIsNotThere() {
        UUID id = kit.sshKeys.add(asAnn, "laptop", line(1)).id();

        for (Caller other : List.of(asBob, asAdmin)) {
            assertThat(names(other)).isEmpty();
            assertThat(problemOf(() -> kit.sshKeys.get(other, id)).status()).isEqualTo(404);
            assertThat(problemOf(() -> kit.sshKeys.delete(other, id)).status()).isEqualTo(404);
        }
        assertThat(names(asAnn)).containsExactly("laptop");
    }

    @Test
    void aDeletedKeyIsGoneAndCanBeSavedAgain() {
        UUID id = kit.sshKeys.add(asAnn, "laptop", line(1)).id();

        kit.sshKeys.delete(asAnn, id);

        assertThat(names(asAnn)).isEmpty();
        assertThat(problemOf(() -> kit.sshKeys.delete(asAnn, id)).status()).isEqualTo(404);
        kit.sshKeys.add(asAnn, "laptop", line(1));
        assertThat(names(asAnn)).containsExactly("laptop");
    }
}
