package io.obox.shell.internal.ssh;

import io.obox.shell.internal.FakeServices;
import io.obox.shell.internal.command.BinCommand;
import io.obox.shell.internal.command.BulkCommand;
import io.obox.shell.internal.command.Command;
import io.obox.shell.internal.command.CreateVmCommand;
import io.obox.shell.internal.command.DeleteVmCommand;
import io.obox.shell.internal.command.EmptyBinCommand;
import io.obox.shell.internal.command.HelpCommand;
import io.obox.shell.internal.command.MailsCommand;
import io.obox.shell.internal.command.RestoreVmCommand;
import io.obox.shell.internal.command.RotateKeysCommand;
import io.obox.shell.internal.command.SendMailCommand;
import io.obox.shell.internal.command.TagsCommand;
import io.obox.shell.internal.command.TestMailCommand;
import io.obox.shell.internal.command.VmCommand;
import io.obox.shell.internal.command.VmsCommand;
import io.obox.shell.internal.language.Language;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** The door with some commands behind it, outside of a framework, of which only the properties are there. */
final class TestDoor implements AutoCloseable {
    /** There can be only one in a JVM. */
    private static final ThreadIOImpl THREADS = new ThreadIOImpl();

    static {
        THREADS.start();
    }

    /** What the framework has beside the commands of the scope {@code obox}. */
    static final List<String> FOREIGN = List.of(
            "gogo:cat",
            "gogo:tac",
            "gogo:tee",
            "gogo:ls",
            "gogo:cd",
            "gogo:less",
            "gogo:nano",
            "gogo:source",
            "gogo:sh",
            "gogo:gosh",
            "gogo:new",
            "gogo:type",
            "gogo:eval",
            "gogo:addCommand",
            "gogo:jobs",
            "gogo:set",
            "felix:ls",
            "felix:cd",
            "felix:which",
            "other:anything");

    static final List<String> BUNDLES = List.of("felix:lb", "felix:start", "scr:list", "obox:update");

    private static final List<String> OFFERED =
            Stream.concat(FOREIGN.stream(), BUNDLES.stream()).toList();

    private final SshDoor door;

    TestDoor(FakeServices services, Path data, int port) throws IOException {
        BundleContext context = context();
        Language language = new Language(context, THREADS);
        List<Command> commands = List.of(
                new VmsCommand(services),
                new VmCommand(services),
                new CreateVmCommand(services),
                new DeleteVmCommand(services),
                new BinCommand(services),
                new RestoreVmCommand(services),
                new EmptyBinCommand(services),
                new TagsCommand(services),
                new BulkCommand(services),
                new MailsCommand(services),
                new SendMailCommand(services),
                new TestMailCommand(services),
                new RotateKeysCommand(services),
                new HelpCommand());
        commands.forEach(command -> language.offer("obox", command.syntax().name(), command));
        OFFERED.forEach(command -> language.offer(
                command.substring(0, command.indexOf(':')),
                command.substring(command.indexOf(':') + 1),
                new Said(command)));
        language.offer("gogo", "each", TestDoor::each);
        door = new SshDoor(context, language, services, "127.0.0.1", port, data.toString());
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

    /** As Gogo's own does it. */
    private static @Nullable Object each(CommandSession session, List<Object> arguments) throws Exception {
        for (Object item : (List<?>) arguments.getFirst()) {
            ((Function) arguments.get(1)).execute(session, List.of(item));
        }
        return null;
    }

    private static BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                TestDoor.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> System.getProperty((String) arguments[0]));
    }

    /** A command of another bundle, that tells when it is used. */
    private record Said(String name) implements Function {
        @Override
        public Object execute(CommandSession session, List<Object> arguments) {
            return name + " was used";
        }
    }
}
