package io.obox.shell.internal.command;

import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a person names, by id or by name. */
record Lookup(Services services, Caller caller) {
    Vm vm(String text) {
        Optional<UUID> id = uuid(text);
        if (id.isPresent()) {
            return services.vms().get(caller, id.get());
        }
        VmFilter filter = VmFilter.builder().text(text).build();
        List<Vm> named = Listing.all(page -> services.vms().list(caller, filter, page))
                .filter(vm -> vm.name().equals(text))
                .toList();
        return only(named, "VM", text, vm -> vm.id() + " of " + vm.owner().name());
    }

    /** One in the bin, where several may have had the same name. */
    Vm binned(String text) {
        UUID id = uuid(text).orElse(null);
        List<Vm> found = Listing.all(page -> services.vms().bin(caller, null, page))
                .filter(vm -> id == null ? vm.name().equals(text) : vm.id().equals(id))
                .toList();
        return only(
                found,
                "VM in the bin",
                text,
                vm -> vm.id() + " of " + vm.owner().name());
    }

    UUID image(String text) {
        return uuid(text)
                .orElseGet(() -> only(
                                Listing.all(page -> services.images().list(caller, page))
                                        .filter(image -> image.name().equals(text))
                                        .toList(),
                                "image",
                                text,
                                image -> image.id().toString())
                        .id());
    }

    UUID host(String text) {
        return uuid(text)
                .orElseGet(() -> only(
                                services.hosts().list(caller).stream()
                                        .filter(host -> host.name().equals(text))
                                        .toList(),
                                "host",
                                text,
                                host -> host.id().toString())
                        .id());
    }

    static UUID id(String text) {
        return uuid(text)
                .orElseThrow(() -> new CommandFailure("\"" + text + "\" is not an id.", CommandFailure.MISUSED));
    }

    static <E extends Enum<E>> E choice(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String choices = List.of(type.getEnumConstants()).stream()
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new CommandFailure("\"" + text + "\" is none of: " + choices + ".", CommandFailure.MISUSED);
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> T only(List<T> found, String kind, String name, Function<T, String> label) {
        if (found.isEmpty()) {
            throw new CommandFailure("There is no " + kind + " with the name " + name + ".", CommandFailure.FAILED);
        }
        if (found.size() > 1) {
            throw new CommandFailure(
                    "There are several with the name " + name + "; take the id of one:\n  "
                            + found.stream().map(label).collect(Collectors.joining("\n  ")),
                    CommandFailure.FAILED);
        }
        return found.getFirst();
    }
}
