package io.obox.platform.internal.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.message.Message;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class AwaitTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<Message> NONE = List.of();
    private static final List<Message> LACKING = List.of(UpdateMessage.LACKS.with("Resource", "users"));
    private static final List<Message> FAILED = List.of(UpdateMessage.COMPONENT_FAILED.with("Users", "no salt"));

    @Test
    @Timeout(20)
    void whatHasFailedIsRefusedLongBeforeTheLimitWithItsCause() {
        assertThatThrownBy(() -> Await.none(() -> LACKING, () -> FAILED, LONG))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Users failed: no salt.");
    }

    @Test
    void severalFaultsAreToldInOneSentenceThatOtherLanguagesCanTell() {
        List<Message> both = List.of(LACKING.getFirst(), FAILED.getFirst());

        assertThatThrownBy(() -> Await.none(() -> both, () -> NONE, Duration.ofSeconds(2)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    Message told = refused.problem().message();
                    assertThat(told.text()).isEqualTo("Resource lacks users; Users failed: no salt.");
                    assertThat(told.code()).isEqualTo("update.faulty");
                    assertThat(told.args())
                            .containsEntry("faults", UpdateMessage.FAULTS.with(LACKING.getFirst(), FAILED.getFirst()));
                });
    }

    @Test
    void whatIsOnlySlowGetsItsTime() {
        Supplier<List<Message>> slow = until(Duration.ofMillis(1500), LACKING);

        assertThatCode(() -> Await.none(slow, () -> NONE, LONG)).doesNotThrowAnyException();
    }

    @Test
    void whatIsMendedAfterAMomentIsNotRefused() {
        Supplier<List<Message>> failed = until(Duration.ofMillis(300), FAILED);

        assertThatCode(() -> Await.none(failed, failed, LONG)).doesNotThrowAnyException();
    }

    @Test
    void whatDoesNotComeIsRefusedAtTheLimit() {
        long began = System.nanoTime();

        assertThatThrownBy(() -> Await.none(() -> LACKING, () -> NONE, Duration.ofSeconds(3)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Resource lacks users.");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    private static Supplier<List<Message>> until(Duration later, List<Message> faults) {
        long end = System.nanoTime() + later.toNanos();
        return () -> System.nanoTime() < end ? faults : NONE;
    }
}
