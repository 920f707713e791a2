package org.example.driver;

import io.obox.event.Event;
import io.obox.event.Events;
import io.obox.host.Host;
import io.obox.host.HostState;
import io.obox.host.Hosts;
import io.obox.job.Job;
import io.obox.job.JobContext;
import io.obox.job.JobProgress;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.Target;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Owner;
import io.obox.user.Role;
import io.obox.vm.Disk;
import io.obox.vm.NewVm;
import io.obox.vm.PowerAction;
import io.obox.vm.Vm;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import io.obox.vm.Vms;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.example.rack.Move;
import org.example.rack.MoveHandler;
import org.example.rack.RackBackend;
import org.example.rack.RackEvents;
import org.example.rack.RackTour;

/** Plays OBox to the plugin, and writes down what it sees of it. Compiled again against each API. */
public final class Driver implements Callable<List<String>> {
    private static final UUID ID = new UUID(1, 1);

    private final List<String> seen = new ArrayList<>();

    @Override
    public List<String> call() throws Exception {
        handler();
        backend();
        services();
        return seen;
    }

    private void handler() throws Exception {
        MoveHandler handler = new MoveHandler();
        JobContext context = Stub.service(JobContext.class, (method, arguments) -> switch (method) {
            case "ownerId" -> ID;
            case "attempt" -> 1;
            case "maxAttempts" -> 3;
            default -> {
                seen.add(method + " " + arguments);
                yield null;
            }
        });
        handler.handle(new Move("disk"), context);
        handler.ended(new Move("disk"), JobState.COMPLETED, null);
        seen.addAll(handler.ended);
        seen.add(handler.kind() + " " + handler.retryPolicy().maxAttempts());
    }

    private void backend() throws Exception {
        RackBackend backend = new RackBackend();
        VmSpec spec = spec();
        Target target = Stub.of(
                Target.class,
                Map.of("vmId", ID, "name", "web1", "spec", spec, "image", Stub.of(BaseImage.class, Map.of("name", "debian"))));
        Progress progress = (percent, step) -> seen.add(percent + " " + step);
        backend.validate(spec);
        seen.add(told(backend.apply(target, progress)));
        seen.add(told(backend.power(target, PowerAction.STOP, progress)));
        seen.add(backend.observeAll().stream().map(Driver::told).collect(Collectors.joining()));
        backend.destroy(target, progress);
        seen.add(backend.observeAll().size() + " of " + backend.capabilities().cpus());
    }

    private static String told(Observation guest) {
        return guest.vmId() + " " + guest.state() + " " + guest.addresses();
    }

    private static VmSpec spec() {
        return VmSpec.builder(ID, 2, 512, Disk.of(4)).build();
    }

    private void services() {
        RackEvents listener = new RackEvents();
        Jobs jobs = Stub.service(Jobs.class, (method, arguments) -> {
            JobRequest asked = (JobRequest) arguments.getFirst();
            seen.add(asked.kind() + " " + asked.priority() + " " + asked.exclusiveKey() + " " + asked.places());
            return job(asked.kind());
        });
        Vm vm = Stub.of(
                Vm.class,
                Map.of("id", ID, "name", "web1", "state", VmState.RUNNING, "spec", spec(), "addresses", List.of("::1")));
        Vms vms = Stub.service(Vms.class, (method, arguments) -> switch (method) {
            case "get" -> vm;
            case "create" -> job("vm.create " + ((NewVm) arguments.getLast()).name());
            default -> job("vm.power");
        });
        Host host = Stub.of(Host.class, Map.of("name", "north", "state", HostState.UP, "vms", 3));
        Hosts hosts = Stub.service(Hosts.class, (method, arguments) -> List.of(host));
        Events events = Stub.service(Events.class, (method, arguments) -> {
            listener.onEvent(Stub.of(Event.class, Map.of("id", ID, "change", arguments.getFirst())));
            return null;
        });
        Caller caller = CallerIssuer.of(MethodHandles.lookup())
                .draft(ID, "ann@example.org", Role.USER, Credential.TOKEN)
                .issue();
        seen.addAll(new RackTour(jobs, vms, hosts, events).tour(caller));
        seen.addAll(listener.heard);
    }

    private static Job job(String kind) {
        return Stub.of(
                Job.class,
                Map.of(
                        "kind", kind,
                        "owner", new Owner(ID, "ann@example.org"),
                        "state", JobState.AVAILABLE,
                        "progress", new JobProgress(5, null)));
    }
}
