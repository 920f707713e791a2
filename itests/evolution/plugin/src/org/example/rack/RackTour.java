package org.example.rack;

import io.obox.event.Events;
import io.obox.host.Host;
import io.obox.host.Hosts;
import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.job.Place;
import io.obox.job.Subject;
import io.obox.user.Caller;
import io.obox.user.Scope;
import io.obox.vm.NewVm;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.Vm;
import io.obox.vm.Vms;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Uses the services of OBox, on behalf of whoever asks. */
public final class RackTour {
    private static final UUID SHELF = new UUID(7, 7);

    private final Jobs jobs;
    private final Vms vms;
    private final Hosts hosts;
    private final Events events;

    public RackTour(Jobs jobs, Vms vms, Hosts hosts, Events events) {
        this.jobs = jobs;
        this.vms = vms;
        this.hosts = hosts;
        this.events = events;
    }

    public List<String> tour(Caller caller) {
        List<String> seen = new ArrayList<>();
        seen.add(caller.email() + " by " + caller.credential() + ", writes " + caller.scopes().contains(Scope.WRITE)
                + ", sees it " + caller.visibility().includes(caller.userId()));
        seen.add(told(jobs.submit(JobRequest.builder(
                        "rack.move", new Subject("shelf", SHELF, "upper"), new Move("disk"), caller.userId())
                .priority(JobPriority.HIGH)
                .exclusiveKey("rack")
                .places(List.of(Place.of("rack:1", "rack one")))
                .build())));
        seen.add(told(vms.create(
                caller, new NewVm("web2", SHELF, 1, 256, 4, null, null, null, List.of("rack"), null, null, null, "once"))));
        Vm vm = vms.get(caller, SHELF);
        seen.add(vm.name() + " " + vm.state() + " " + vm.addresses() + " of " + vm.spec().vcpus());
        seen.add(told(vms.act(caller, vm.id(), PowerChange.of(PowerAction.STOP))));
        for (Host host : hosts.list(caller)) {
            seen.add(host.name() + " " + host.state() + " " + host.vms());
        }
        events.publish(RackEvents.renamed(SHELF, "lower", caller.userId()));
        return seen;
    }

    private static String told(Job job) {
        return job.kind() + " of " + job.owner().email() + " " + job.state() + " " + job.progress().percent();
    }
}
