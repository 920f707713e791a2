package io.obox.shell.internal.ssh;

import io.obox.shell.internal.language.Language;
import io.obox.shell.internal.service.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the shell to SSH. Where the port can't be had it is tried again, for the one who has it may be this bundle's former
 * version; a platform without its shell still serves, so this check is none of readiness.
 */
@Component(
        service = HealthCheck.class,
        immediate = true,
        configurationPid = {ShellSettings.PID, "$"},
        property = {HealthCheck.NAME + "=Shell", HealthCheck.TAGS + "=shell"})
public final class SshDoor implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SshDoor.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration IDLE_LIMIT = Duration.ofHours(8);
    private static final Duration ENTRY_LIMIT = Duration.ofMinutes(1);
    /** Of keys and passwords, for each connection. */
    private static final int MOST_TRIES = 6;

    private static final int MOST_CHANNELS = 8;

    private final BundleContext context;
    private final Language language;
    private final Services services;
    private final String host;
    private final int port;
    private final String data;
    private final Thread opening;
    private volatile @Nullable SshServer server;
    private volatile @Nullable String fault = "The shell is being opened.";

    /** Begins to open it. */
    @Activate
    public SshDoor(
            BundleContext context, @Reference Language language, @Reference Services services, ShellSettings settings) {
        this(context, language, services, settings.host(), settings.port(), settings.data());
    }

    SshDoor(BundleContext context, Language language, Services services, String host, int port, String data) {
        this.context = context;
        this.language = language;
        this.services = services;
        this.host = host;
        this.port = port;
        this.data = data;
        this.opening = Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("obox-shell-door")
                .start(new FutureTask<>(this::open, null));
    }

    @Deactivate
    void close() throws IOException, InterruptedException {
        opening.interrupt();
        opening.join();
        SshServer running = server;
        if (running != null) {
            folder().removePort(running.getPort());
            running.stop(true);
        }
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        String reason = fault;
        if (reason == null) {
            log.info("The shell is open.");
        } else {
            log.critical("{}", reason);
        }
        return new Result(log);
    }

    private void open() {
        try {
            while (!opened()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("Closed before it was open.");
        }
    }

    private boolean opened() {
        try {
            ShellFolder folder = folder();
            folder.prepare();
            SshServer made = server(folder);
            made.start();
            server = made;
            Thread.ofVirtual()
                    .inheritInheritableThreadLocals(false)
                    .name("obox-shell-departure")
                    .start(new FutureTask<>(new Departure(services, made), null));
            folder.writePort(made.getPort());
            fault = null;
            LOG.info("The shell is open at {}:{}.", host, made.getPort());
            return true;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            note("The shell can't be opened at " + host + ":" + port + ": " + e.getMessage());
            return false;
        }
    }

    private void note(String reason) {
        if (!reason.equals(fault)) {
            LOG.warn("{}", reason);
        }
        fault = reason;
    }

    private SshServer server(ShellFolder folder) throws IOException, GeneralSecurityException {
        Entrance entrance = new Entrance(services, OperatorKey.of(folder), folder);
        SimpleGeneratorHostKeyProvider hostKeys = new SimpleGeneratorHostKeyProvider(folder.hostKey());
        hostKeys.setAlgorithm(KeyUtils.EC_ALGORITHM);
        hostKeys.setKeySize(256);
        SshServer made = SshServer.setUpDefaultServer();
        made.setHost(host);
        made.setPort(port);
        made.setKeyPairProvider(hostKeys);
        made.setPasswordAuthenticator(entrance);
        made.setPublickeyAuthenticator(entrance);
        made.setShellFactory(channel -> new ShellChannel(language, null));
        made.setCommandFactory((channel, line) -> new ShellChannel(language, line));
        made.setSubsystemFactories(List.of());
        CoreModuleProperties.IDLE_TIMEOUT.set(made, IDLE_LIMIT);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(made, MOST_TRIES);
        CoreModuleProperties.AUTH_TIMEOUT.set(made, ENTRY_LIMIT);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(made, MOST_CHANNELS);
        return made;
    }

    private ShellFolder folder() throws IOException {
        String folder = data.isEmpty() ? context.getProperty("obox.data") : data;
        if (folder == null) {
            throw new IOException("no data folder is set; name one by obox.data");
        }
        return new ShellFolder(Path.of(folder));
    }
}
