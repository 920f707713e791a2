package io.obox.shell.internal.ssh;

import static io.obox.shell.internal.ssh.TestClient.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.job.JobState;
import io.obox.mail.MailState;
import io.obox.shell.internal.FakeMails.Listed;
import io.obox.shell.internal.FakeVms;
import io.obox.shell.internal.ssh.TestClient.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is done about mails through the door. */
class MailCommandsTest extends OpenDoor {
    private static final UUID DEAD = new UUID(7, 1);

    @Test
    void mailsAreListedWithAWordOnWhyTheyStay() throws Exception {
        mails.all.add(new Listed(DEAD, "ann@example.org", MailState.DEAD));
        mails.all.add(new Listed(new UUID(7, 2), "bob@example.org", MailState.SENT));

        Answer dead = run(operator(), "mails --state dead --to ann");

        assertThat(dead.err()).isEmpty();
        assertThat(dead.out()).contains("ann@example.org", "Welcome", "dead", "SMTP is not set up");
        assertThat(dead.out()).doesNotContain("bob@example.org");
        assertThat(run(operator(), "mails --json").out())
                .contains("bob@example.org")
                .doesNotContain("SMTP is not");
    }

    @Test
    void aMailIsSentAgainAndATestMailAskedFor() throws Exception {
        jobs.seen.add(FakeVms.job(vms.add("web"), JobState.COMPLETED, null));

        assertThat(run(operator(), "send-mail " + DEAD).status()).isZero();
        assertThat(run(operator(), "test-mail --wait").out()).contains("completed");

        assertThat(mails.asked).containsExactly("send " + DEAD, "test");
        assertThat(run(operator(), "send-mail nobody").err()).contains("is not an id");
    }
}
