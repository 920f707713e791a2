package io.obox.container.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.obox.container.Features;
import io.obox.container.Server;
import io.obox.container.web.FakeLoginBundle;
import io.obox.host.Host;
import io.obox.host.HostState;
import io.obox.host.Hosts;
import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.image.Images;
import io.obox.job.Job;
import io.obox.job.JobHandler;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.job.Subject;
import io.obox.page.PageRequest;
import io.obox.user.Authenticator;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.NewVm;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.VmState;
import io.obox.vm.Vms;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A node with a PostgreSQL and a Redis of its own: its parts find each other, and again after each of them was away. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NodeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @Inject
    private BundleContext context;

    @Inject
    private ServiceComponentRuntime runtime;

    @Inject
    private ConfigurationAdmin configurations;

    private Components components;

    @Configuration
    public Option[] platform() throws IOException {
        return options(
                Features.of("framework", "health", "http", "rest", "persistence", "redis", "embedded"),
                Features.of("events", "queue", "auth", "host", "image", "vm", "provisioner-simulated", "web"),
                frameworkProperty("obox.data")
                        .value(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "node")
                                .toString()),
                Server.onFreePort());
    }

    @Before
    public void start() throws IOException {
        components = new Components(context, runtime);
        configurations
                .getConfiguration("org.apache.felix.hc.core.impl.executor.HealthCheckExecutorImpl", "?")
                .updateIfDifferent(new Hashtable<>(Map.of("resultCacheTtlInMs", 100L)));
        configurations
                .getConfiguration("io.obox.image", "?")
                .updateIfDifferent(new Hashtable<>(Map.of("imagesDir", images().toString())));
        configure("first", 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readiness()).isEqualTo(200));
    }

    @Test
    public void everyComponentFindsWhatItNeeds() {
        assertThat(components.names()).hasSizeGreaterThan(50);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(components.unsatisfied()).isEmpty());
    }

    @Test
    public void theNodeIsReadyAgainAfterAnyBundleWasAway() throws Exception {
        for (String name : List.of("queue", "host", "image", "vm", "auth", "persistence", "events", "web")) {
            Bundle bundle = components.bundle(name);

            bundle.stop();
            assertThat(components.names()).as(name).noneMatch(component -> component.startsWith("io.obox." + name));
            bundle.start();

            await(name).atMost(PATIENCE).untilAsserted(() -> {
                assertThat(components.unsatisfied()).isEmpty();
                assertThat(readiness()).isEqualTo(200);
            });
        }
    }

    @Test
    public void onlyTheShellIsToldTheOperator() {
        Authenticator authenticator = service(Authenticator.class).orElseThrow();

        assertThatThrownBy(authenticator::operator).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> authenticator.operator(MethodHandles.lookup())).isInstanceOf(SecurityException.class);
    }

    @Test
    public void aHostFollowsItsConfiguration() throws Exception {
        Caller admin = FakeLoginBundle.administrator(context);
        configure("second", 2);
        await().atMost(PATIENCE).until(() -> hosts(admin, "second").anyMatch(up(2)));

        configure("second", 3);
        await().atMost(PATIENCE).until(() -> hosts(admin, "second").anyMatch(up(3)));
    }

    @Test
    public void jobsGoOnAndNoServiceEndsWhileEventsAndTheWebAreAway() throws Exception {
        List<Bundle> away = List.of(components.bundle("web"), components.bundle("events"));
        ServiceRegistration<?> handler = context.registerService(
                JobHandler.class, new QuietHandler(), new Hashtable<>(Map.of(JobHandler.KIND, QuietHandler.NAME)));
        Set<Long> before = services(away);

        for (Bundle bundle : away) {
            bundle.stop();
        }
        try {
            assertThat(services(away)).isEqualTo(before);
            Jobs jobs = service(Jobs.class).orElseThrow();
            Caller admin = FakeLoginBundle.administrator(context);
            Job job = jobs.submit(QuietHandler.request(admin.userId()));
            awaitCompletion(jobs, admin, job);
        } finally {
            for (Bundle bundle : away) {
                bundle.start();
            }
            handler.unregister();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readiness()).isEqualTo(200));
    }

    @Test
    public void theWebAnswersBesideHandlersThatSpinOnEveryProcessor() throws Exception {
        Jobs jobs = service(Jobs.class).orElseThrow();
        Caller admin = FakeLoginBundle.administrator(context);
        int processors = Runtime.getRuntime().availableProcessors();
        try (SpinningHandler handler = new SpinningHandler()) {
            ServiceRegistration<?> service = context.registerService(
                    JobHandler.class, handler, new Hashtable<>(Map.of(JobHandler.KIND, SpinningHandler.NAME)));
            List<Job> spins = Stream.generate(() -> jobs.submit(SpinningHandler.request(admin.userId())))
                    .limit(processors)
                    .toList();
            await().atMost(PATIENCE).until(() -> handler.spinning() == processors);

            assertThat(readiness()).isEqualTo(200);

            handler.close();
            spins.forEach(job -> awaitCompletion(jobs, admin, job));
            service.unregister();
        }
    }

    @Test
    public void thePluginOfTheFirstApiDoesItsJobs() throws Exception {
        Jobs jobs = service(Jobs.class).orElseThrow();
        Caller admin = FakeLoginBundle.administrator(context);
        try (Rack rack = new Rack(context)) {
            Subject shelf = new Subject("shelf", UUID.randomUUID(), "upper");
            Job move = jobs.submit(JobRequest.of("rack.move", shelf, rack.move("disk"), admin.userId()));
            awaitCompletion(jobs, admin, move);
            assertThat(rack.ended()).containsExactly("disk COMPLETED");
            await().atMost(PATIENCE).until(() -> rack.heard().contains("job COMPLETED"));
        }
    }

    @Test
    public void thePluginOfTheFirstApiMakesGuests() throws Exception {
        Jobs jobs = service(Jobs.class).orElseThrow();
        Vms vms = service(Vms.class).orElseThrow();
        Caller admin = FakeLoginBundle.administrator(context);
        Image image = readyImage(admin);
        try (Rack rack = new Rack(context)) {
            await().atMost(PATIENCE).until(() -> hosts(admin, Rack.HOST).anyMatch(up(8)));
            Host host = hosts(admin, Rack.HOST).findFirst().orElseThrow();

            Job creation = vms.create(admin, small(image, host));
            awaitCompletion(jobs, admin, creation);
            UUID vm = creation.subject().id();
            assertThat(vms.get(admin, vm).addresses()).containsExactly("192.0.2.1");

            awaitCompletion(jobs, admin, vms.act(admin, vm, PowerChange.of(PowerAction.STOP)));
            assertThat(vms.get(admin, vm).state()).isEqualTo(VmState.STOPPED);

            awaitCompletion(jobs, admin, vms.delete(admin, vm, ExpectedVersion.UNSTATED));
            assertThatThrownBy(() -> vms.get(admin, vm)).hasMessageContaining("no such VM");
        }
    }

    private static void awaitCompletion(Jobs jobs, Caller caller, Job job) {
        await(job.kind())
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(jobs.get(caller, job.id()).state()).isEqualTo(JobState.COMPLETED));
    }

    /** A folder with one image. */
    private Path images() throws IOException {
        Path folder = Path.of(context.getProperty("obox.data"), "images");
        Files.createDirectories(folder.resolve("tiny"));
        Files.write(folder.resolve("tiny/1.img"), new byte[4096]);
        return folder;
    }

    private Image readyImage(Caller caller) {
        Images images = service(Images.class).orElseThrow();
        return await().atMost(PATIENCE)
                .until(
                        () -> images.list(caller, PageRequest.first()).items().stream()
                                .filter(image -> image.state() == ImageState.READY)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static NewVm small(Image image, Host host) {
        return NewVm.builder()
                .name("racked")
                .imageId(image.id())
                .vcpus(1)
                .memoryMib(128)
                .diskGib(1)
                .hostId(host.id())
                .build();
    }

    /** The services of OBox's other bundles: a component that is activated again offers a new one. */
    private Set<Long> services(List<Bundle> without) {
        return Stream.of(components.bundles())
                .filter(bundle -> !without.contains(bundle))
                .map(Bundle::getRegisteredServices)
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .map(service -> (Long) service.getProperty(Constants.SERVICE_ID))
                .collect(Collectors.toSet());
    }

    private void configure(String host, int cpus) throws IOException {
        configurations
                .getFactoryConfiguration("io.obox.provisioner.simulated", host, "?")
                .updateIfDifferent(new Hashtable<>(Map.of("name", host, "cpus", cpus)));
    }

    private static Predicate<Host> up(int vcpus) {
        return host -> host.state() == HostState.UP && host.total().vcpus() == vcpus;
    }

    private Stream<Host> hosts(Caller admin, String name) {
        return service(Hosts.class).stream()
                .flatMap(hosts -> hosts.list(admin).stream())
                .filter(host -> host.name().equals(name));
    }

    private <T> Optional<T> service(Class<T> type) {
        return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
    }

    private int readiness() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + Server.port() + "/readyz");
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
