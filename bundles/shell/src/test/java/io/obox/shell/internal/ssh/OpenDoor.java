package io.obox.shell.internal.ssh;

import static org.awaitility.Awaitility.await;

import io.obox.shell.internal.FakeJobs;
import io.obox.shell.internal.FakeMails;
import io.obox.shell.internal.FakeServices;
import io.obox.shell.internal.FakeUsers;
import io.obox.shell.internal.FakeVms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A door that is open for each test, with a client before it. */
abstract class OpenDoor {
    @TempDir
    Path data;

    final FakeServices services = new FakeServices();
    final FakeVms vms = new FakeVms();
    final FakeJobs jobs = new FakeJobs();
    final FakeMails mails = new FakeMails(jobs);
    final FakeUsers users = new FakeUsers();
    TestDoor door;
    TestClient client;

    @BeforeEach
    void open() throws Exception {
        services.vms = vms;
        services.jobs = jobs;
        services.mails = mails;
        services.users = users;
        services.authenticator = users;
        door = new TestDoor(services, data, 0);
        await().atMost(Duration.ofMinutes(1)).until(door::open);
        client = new TestClient(port());
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        door.close();
    }

    int port() throws Exception {
        return Integer.parseInt(
                Files.readAllLines(data.resolve("run/shell.port")).getLast());
    }

    ClientSession operator() throws Exception {
        return client.withKey(data.resolve("shell/operator"));
    }
}
