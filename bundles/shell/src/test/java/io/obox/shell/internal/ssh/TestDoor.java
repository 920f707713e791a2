package io.obox.shell.internal.ssh;

import io.obox.shell.internal.FakeDomain;
import io.obox.shell.internal.command.Command;
import io.obox.shell.internal.command.CreateVmCommand;
import io.obox.shell.internal.command.DeleteVmCommand;
import io.obox.shell.internal.command.HelpCommand;
import io.obox.shell.internal.command.VmCommand;
import io.obox.shell.internal.command.VmsCommand;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.osgi.framework.BundleContext;

/** The door with some commands behind it, outside of a framework, of which only the properties are there. */
final class TestDoor implements AutoCloseable {
    /** There can be only one in a JVM. */
    private static final ThreadIOImpl THREADS = new ThreadIOImpl();

    static {
        THREADS.start();
    }

    private final SshDoor door;

    TestDoor(FakeDomain domain, Path data, int port) throws IOException {
        Files.writeString(Files.createDirectories(data.resolve("etc")).resolve("gosh_profile"), "# nothing\n");
        CommandProcessorImpl processor = new CommandProcessorImpl(THREADS);
        List<Command> commands = List.of(
                new VmsCommand(domain),
                new VmCommand(domain),
                new CreateVmCommand(domain),
                new DeleteVmCommand(domain),
                new HelpCommand());
        commands.forEach(command ->
                processor.addCommand("obox", command, command.syntax().name()));
        door = new SshDoor(context(data), processor, domain, "127.0.0.1", port, data.toString());
    }

    SshDoor door() {
        return door;
    }

    boolean open() {
        return door.execute().isOk();
    }

    @Override
    public void close() throws Exception {
        door.close();
    }

    private static BundleContext context(Path home) {
        return (BundleContext) Proxy.newProxyInstance(
                TestDoor.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) ->
                        "gosh.home".equals(arguments[0]) ? home.toString() : System.getProperty((String) arguments[0]));
    }
}
