package io.obox.shell.internal.ssh;

import static io.obox.shell.internal.ssh.TestClient.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.shell.internal.FakeVms;
import io.obox.shell.internal.ssh.TestClient.Answer;
import io.obox.vm.Vm;
import java.util.stream.IntStream;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.Test;

/** What people do to their VMs through the door. */
class MachineCommandsTest extends OpenDoor {
    @Test
    void aLinePrintsAllMachinesAsJsonAndNothingElse() throws Exception {
        IntStream.range(0, 450).forEach(i -> vms.add("web-" + i));
        Answer answer = run(operator(), "obox:vms --json");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        JsonNode list = new ObjectMapper().readTree(answer.out());
        assertThat(list).hasSize(450);
        assertThat(list.get(449).get("name").asText()).isEqualTo("web-449");
        assertThat(list.get(0).get("owner").get("email").asText()).isEqualTo("alice@example.org");
        assertThat(list.get(0).get("createdAt").asText()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void aSearchReachesTheServiceAsItWasWritten() throws Exception {
        Answer answer = run(operator(), "vms state:running name~web -tag:old 192.0.2 --sort -name");
        run(operator(), "vms 'owner:\"Ann B\" tag:x'");

        assertThat(answer.err()).isEmpty();
        assertThat(vms.asked)
                .containsExactly(
                        "search state:running name~web -tag:old 192.0.2 by -name",
                        "search owner:\"Ann B\" tag:x by -createdAt");
        assertThat(run(operator(), "vms --sort weight").err()).contains("createdAt");
    }

    @Test
    void manyMachinesArePlannedForAndActedOn() throws Exception {
        vms.add("web-1");
        vms.add("web-2");
        Answer plan = run(operator(), "bulk stop web tag:x --plan");
        Answer done = run(operator(), "bulk stop web tag:x");

        assertThat(plan.out()).contains("web-1").containsPattern("web-2 +It is off.");
        assertThat(done.status()).isZero();
        assertThat(vms.asked).containsExactly("STOP all of web tag:x");
        assertThat(run(operator(), "bulk stop").err()).contains("<search>");
    }

    @Test
    void whatIsInTheBinIsListedGivenBackAndTakenAwayForGood() throws Exception {
        vms.add("web");
        assertThat(run(operator(), "bin").out()).contains("GONE AFTER").contains("web");

        run(operator(), "restore-vm web --name web-2");
        run(operator(), "empty-bin web");
        run(operator(), "empty-bin --all");
        run(operator(), "delete-vm web --purge");

        assertThat(vms.asked)
                .containsExactly("restore web as web-2", "purge from the bin web", "empty the bin", "purge web");
        assertThat(run(operator(), "empty-bin").err()).contains("--all");
        assertThat(run(operator(), "restore-vm db").err()).contains("no VM in the bin");
    }

    @Test
    void tagsAreCountedAsATree() throws Exception {
        assertThat(run(operator(), "tags").out()).containsPattern("prod +3 +1").containsPattern("prod/web +2 +2");
    }

    @Test
    void severalMachinesAreAskedForAtOnce() throws Exception {
        vms.add("web-1");
        Answer answer = run(operator(), "create-vm web-{n} --count 3 --first 7");

        assertThat(answer.err()).isEmpty();
        assertThat(vms.asked).containsExactly("3 like web-{n} from 7");
        assertThat(run(operator(), "create-vm web-{n} --first 7").err()).contains("--count");
    }

    @Test
    void theScopeMayBeLeftOut() throws Exception {
        vms.add("web");
        assertThat(run(operator(), "vms").out())
                .contains("NAME")
                .contains("web")
                .contains("512 MiB");
    }

    @Test
    void whatACommandPrintsIsWorkedOn() throws Exception {
        IntStream.range(0, 20).forEach(i -> vms.add("web-" + i));
        ClientSession operator = operator();
        assertThat(run(operator, "vms | grep -v NAME | wc -l").out()).isEqualTo("20\n");
        assertThat(run(operator, "vms | grep -c WEB").out()).isEqualTo("0\n");
        assertThat(run(operator, "vms | grep -ic WEB").out()).isEqualTo("20\n");
        assertThat(run(operator, "vms | grep web | sort -r | head -n 1").out()).startsWith("web-9 ");
        assertThat(run(operator, "vms | grep web | sort | tail -2 | head -1").out())
                .startsWith("web-8 ");
        assertThat(run(operator, "echo a b").out()).isEqualTo("a b\n");
    }

    @Test
    void aMachineIsFoundByNameAndActedOn() throws Exception {
        vms.add("web");
        vms.add("web-2");
        Answer answer = run(operator(), "obox:vm web shutdown --json");
        assertThat(answer.err()).isEmpty();
        assertThat(vms.asked).containsExactly("SHUTDOWN web");
        assertThat(new ObjectMapper()
                        .readTree(answer.out())
                        .get("owner")
                        .get("email")
                        .asText())
                .isEqualTo("alice@example.org");
    }

    @Test
    void aNameThatSeveralHaveIsNotGuessedAt() throws Exception {
        Vm first = vms.add("web");
        vms.add("web");
        Answer answer = run(operator(), "obox:delete-vm web");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains(first.id().toString());
        assertThat(vms.asked).isEmpty();
        assertThat(run(operator(), "obox:delete-vm " + first.id()).status()).isZero();
    }

    @Test
    void waitingEndsWithTheJobAndFailsIfItDoes() throws Exception {
        Vm web = vms.add("web");
        jobs.seen.add(FakeVms.job(web, JobState.RUNNING, null));
        jobs.seen.add(FakeVms.job(web, JobState.COMPLETED, null));
        assertThat(run(operator(), "obox:vm web start --wait").out()).contains("vm.power reboot", "completed");
        jobs.seen.clear();
        jobs.seen.add(FakeVms.job(web, JobState.DISCARDED, Problem.notFound("kernel")));
        Answer failed = run(operator(), "obox:vm web start --wait");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out()).contains("discarded");
        assertThat(failed.err()).contains("no such kernel");
    }
}
