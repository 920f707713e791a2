package io.obox.product.guest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The machine's libvirt, as somebody uses it who knows nothing of OBox. */
final class Hypervisor {
    private static final Path SCRIPTS = Path.of(System.getProperty("obox.distribution"))
            .resolve("../../../scripts")
            .normalize();

    /** Where the product keeps the volumes of guests. */
    static final String POOL = Objects.requireNonNullElse(System.getenv("LIBVIRT_POOL"), "obox");

    private Hypervisor() {}

    /** Leaves the test out where this machine has none. */
    static void assumeThere() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/var/run/libvirt/libvirt-sock"))
                        && run("virsh", "version").exit() == 0,
                "libvirt is not running on this machine; ./obox doctor says what is missing");
    }

    /** The same, and keeps tests of other processes away until it is closed: one of them restarts the daemon. */
    static Closeable alone() throws Exception {
        FileChannel file = FileChannel.open(
                Path.of("target", "hypervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            file.lock();
            assumeThere();
            return file;
        } catch (Throwable e) {
            file.close();
            throw e;
        }
    }

    record Result(int exit, String output) {}

    static Result virsh(String... arguments) throws Exception {
        String[] line = new String[arguments.length + 3];
        System.arraycopy(new String[] {"virsh", "-c", "qemu:///system"}, 0, line, 0, 3);
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return run(line);
    }

    /** Name of the domain that carries this id. */
    static String domain(String vmId) throws Exception {
        for (String name : virsh("list", "--all", "--name")
                .output()
                .lines()
                .filter(n -> !n.isBlank())
                .toList()) {
            if (virsh("dumpxml", name.strip()).output().contains(vmId)) {
                return name.strip();
            }
        }
        throw new IllegalStateException("no domain carries " + vmId);
    }

    static void restartDaemon() throws Exception {
        Result result = run("bash", "-c", "source " + SCRIPTS + "/hypervisor.sh && hypervisor_restart");
        if (result.exit() != 0) {
            throw new IllegalStateException("libvirtd did not restart: " + result.output());
        }
    }

    static Result ssh(Path key, String address, String command) throws Exception {
        return run(
                "ssh",
                "-i",
                key.toString(),
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "LogLevel=ERROR",
                "-o",
                "ConnectTimeout=5",
                "root@" + address,
                command);
    }

    static Path key(Path folder) throws Exception {
        Path key = folder.resolve("key");
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        return key;
    }

    static Result run(String... line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(line))
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        try (InputStream out = process.getInputStream()) {
            String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(2, TimeUnit.MINUTES);
            return new Result(process.exitValue(), output);
        }
    }
}
