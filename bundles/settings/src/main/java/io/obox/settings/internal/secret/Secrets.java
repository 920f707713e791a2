package io.obox.settings.internal.secret;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.settings.internal.message.SettingsMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts and decrypts secrets, by the key that all nodes were given or by this node's own. */
@Component(
        service = Secrets.class,
        configurationPid = {KeySettings.PID, "$"})
public final class Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);

    private final String given;
    private final KeyFile file;

    /** As it is set up. */
    @Activate
    public Secrets(KeySettings settings, BundleContext context) {
        this(
                settings.key(),
                Path.of(
                        settings.data().isEmpty()
                                ? Objects.requireNonNullElse(context.getProperty("obox.data"), "data")
                                : settings.data()));
    }

    /** Without Declarative Services. */
    public Secrets(String given, Path folder) {
        this.given = given;
        file = new KeyFile(folder);
    }

    /**
     * A text as nobody without the key can read it.
     *
     * @throws ProblemException {@code unavailable} where there is no key to be had
     */
    public byte[] seal(String pid, String name, String text) {
        try {
            return (given.isEmpty() ? file.obtain() : Key.parse(given)).seal(setting(pid, name), text);
        } catch (IOException e) {
            LOG.warn("There is no key to encrypt settings with", e);
            throw new ProblemException(
                    Problem.unavailable(SettingsMessage.NO_KEY.with(String.valueOf(e.getMessage())))
                            .withRemedy(SettingsMessage.GIVE_KEY.with()),
                    e);
        }
    }

    /** The text; empty where it was encrypted by another key than this node has. */
    public Optional<String> open(String pid, String name, byte[] sealed) {
        try {
            Optional<Key> key = given.isEmpty() ? file.read() : Optional.of(Key.parse(given));
            return key.flatMap(found -> found.open(setting(pid, name), sealed));
        } catch (IOException e) {
            LOG.warn("The key of the settings can't be read", e);
            return Optional.empty();
        }
    }

    private static String setting(String pid, String name) {
        return pid + '\n' + name;
    }
}
