package io.obox.shell.internal.language;

import io.obox.shell.internal.text.TextTool;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.gogo.runtime.CommandProxy;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.threadio.ThreadIO;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Hands out sessions in which just those commands are known that {@link Rights} name, of all that the framework has. */
@Component(service = Language.class)
public final class Language {
    private static final String SCOPES = "obox:text:gogo:felix:scr";

    private final BundleContext context;
    private final Map<Rights, Interpreter> interpreters = new EnumMap<>(Rights.class);
    private final Map<ServiceReference<?>, Map<String, Function>> proxies = new ConcurrentHashMap<>();

    /** With the text tools, which need nobody. */
    @Activate
    public Language(BundleContext context, @Reference ThreadIO threads) {
        this.context = context;
        for (Rights rights : Rights.values()) {
            interpreters.put(rights, new Interpreter(threads, rights.bounded()));
        }
        for (TextTool tool : TextTool.values()) {
            offer("text", tool.name().toLowerCase(Locale.ROOT), tool);
        }
    }

    /** Gogo's own whiteboard: whoever has commands tells of them by these properties. */
    @Reference(
            service = AnyService.class,
            target = "(&(osgi.command.scope=*)(osgi.command.function=*))",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindCommands(ServiceReference<?> commands) {
        int ranking = commands.getProperty(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        Map<String, Function> known = new HashMap<>();
        for (String name : names(commands)) {
            Function proxy = new CommandProxy(context, commands, name);
            known.put(name, proxy);
            offer(scope(commands), name, proxy, ranking);
        }
        proxies.put(commands, known);
    }

    void unbindCommands(ServiceReference<?> commands) {
        Map<String, Function> known = proxies.remove(commands);
        if (known != null) {
            known.forEach(
                    (name, proxy) -> interpreters.values().forEach(i -> i.withdraw(scope(commands), name, proxy)));
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConverter(Converter converter) {
        interpreters.values().forEach(i -> i.addConverter(converter));
    }

    void unbindConverter(Converter converter) {
        interpreters.values().forEach(i -> i.removeConverter(converter));
    }

    /** Makes a command known to those who may use it. */
    public void offer(String scope, String name, Function command) {
        offer(scope, name, command, 0);
    }

    private void offer(String scope, String name, Function command, int ranking) {
        interpreters.forEach((rights, interpreter) -> {
            if (rights.include(scope, name)) {
                interpreter.offer(scope, name, command, ranking);
            }
        });
    }

    /** A session over the commands that the rights give. */
    public CommandSession session(Rights rights, InputStream in, OutputStream out, OutputStream err) {
        CommandSession session = interpreter(rights).createSession(in, out, err);
        session.put("SCOPE", SCOPES);
        return session;
    }

    /** What can be typed: each command with its scope and without. */
    public Set<String> words(Rights rights) {
        Set<String> words = new TreeSet<>(interpreter(rights).getCommands());
        interpreter(rights).getCommands().forEach(c -> words.add(c.substring(c.indexOf(':') + 1)));
        return words;
    }

    private Interpreter interpreter(Rights rights) {
        return Objects.requireNonNull(interpreters.get(rights));
    }

    private static String scope(ServiceReference<?> commands) {
        return String.valueOf(commands.getProperty(CommandProcessor.COMMAND_SCOPE));
    }

    private static List<String> names(ServiceReference<?> commands) {
        return switch (commands.getProperty(CommandProcessor.COMMAND_FUNCTION)) {
            case String[] several -> List.of(several);
            case Object one -> List.of(one.toString());
            case null -> List.of();
        };
    }
}
