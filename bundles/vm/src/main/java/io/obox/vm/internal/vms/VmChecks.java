package io.obox.vm.internal.vms;

import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.user.SshPublicKey;
import io.obox.user.UnreadableKeyException;
import io.obox.vm.Disk;
import io.obox.vm.NetworkInterface;
import io.obox.vm.NewVm;
import io.obox.vm.NewVms;
import io.obox.vm.VmPatch;
import io.obox.vm.VmSpec;
import io.obox.vm.internal.message.VmFieldMessage;
import io.obox.vm.internal.message.VmMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What may be asked for. Tells of all faults of a request at once. */
public record VmChecks(Function<UUID, Optional<Image>> images) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern TAG =
            Pattern.compile("(?=.{1,63}$)[a-z0-9][a-z0-9._:=-]*(?:/[a-z0-9][a-z0-9._:=-]*)*");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final int MAX_NUMBER = 9_999;
    private static final int MAX_TAGS = 32;
    private static final int MAX_KEYS = 32;
    private static final int MAX_USER_DATA = 65_536;
    private static final long GIB = 1L << 30;

    /** A request that can be fulfilled as far as it alone can tell. */
    record Accepted(String name, List<String> tags, VmSpec spec, Image image) {}

    /** What each of several VMs is asked for, of which the first has the first number. */
    List<Accepted> accept(NewVms request) {
        FieldErrors errors = new FieldErrors();
        errors.number(request.count(), 1, NewVms.MAX_VMS, "/count", VmFieldMessage.COUNT);
        number(request.firstNumber(), errors);
        errors.throwIfAny();
        int last = request.firstNumber() + request.count() - 1;
        NewVm each = request.each();
        String name = each.name();
        // the last name is the longest, and the rest is the same for all
        Accepted checked = accept(each, name == null ? null : NewVms.numbered(name, last));
        return IntStream.rangeClosed(request.firstNumber(), last)
                .mapToObj(number -> new Accepted(
                        NewVms.numbered(Objects.requireNonNull(name), number),
                        checked.tags(),
                        checked.spec(),
                        checked.image()))
                .toList();
    }

    /** What is asked for where several might have been, but it is one. */
    static NewVm acceptOne(NewVms request) {
        FieldErrors errors = new FieldErrors();
        number(request.firstNumber(), errors);
        errors.throwIfAny();
        NewVm one = request.each();
        String name = one.name();
        return name == null || !name.contains(NewVms.NUMBER)
                ? one
                : one.toBuilder()
                        .name(NewVms.numbered(name, request.firstNumber()))
                        .build();
    }

    private static void number(int first, FieldErrors errors) {
        errors.number(first, 0, MAX_NUMBER, "/firstNumber", VmFieldMessage.FIRST_NUMBER);
    }

    /** What a request asks for, with defaults where it says nothing. */
    Accepted accept(NewVm request) {
        return accept(request, request.name());
    }

    private Accepted accept(NewVm request, @Nullable String called) {
        FieldErrors errors = new FieldErrors();
        String name = name(called, errors);
        Image image = image(request.imageId(), errors);
        int vcpus = vcpus(request.vcpus(), errors);
        int memoryMib = memoryMib(request.memoryMib(), errors);
        int diskGib = diskGib(request.diskGib(), errors);
        if (image != null && request.diskGib() != null && diskGib * GIB < image.virtualSizeBytes()) {
            long least = Math.ceilDiv(image.virtualSizeBytes(), GIB);
            errors.add("/diskGib", VmFieldMessage.DISK_TOO_SMALL.with(least));
        }
        String network = Objects.requireNonNullElse(request.network(), "default");
        errors.addIf(!NETWORK.matcher(network).matches(), "/network", VmFieldMessage.NETWORK_NAME.with());
        List<String> keys = keys(Objects.requireNonNullElse(request.sshKeys(), List.of()), errors);
        checkUserData(request.userData(), errors);
        List<String> tags = tags(Objects.requireNonNullElse(request.tags(), List.of()), errors);
        if (image == null || !errors.empty()) {
            throw errors.problem();
        }
        VmSpec spec = VmSpec.builder(image.id(), vcpus, memoryMib, Disk.of(diskGib))
                .interfaces(List.of(NetworkInterface.in(network)))
                .sshKeys(keys)
                .userData(request.userData())
                .autostart(Boolean.TRUE.equals(request.autostart()))
                .build();
        return new Accepted(name, tags, spec, image);
    }

    /** A change with its values as they are stored. */
    static VmPatch accept(VmPatch patch) {
        FieldErrors errors = new FieldErrors();
        String name = patch.name() == null ? null : name(patch.name(), errors);
        List<String> tags = patch.tags() == null ? null : tags(patch.tags(), errors);
        errors.throwIfAny();
        return VmPatch.builder()
                .name(name)
                .tags(tags)
                .isProtected(patch.isProtected())
                .build();
    }

    /** A name that a VM is to have. */
    static String acceptName(String name) {
        FieldErrors errors = new FieldErrors();
        String accepted = name(name, errors);
        errors.throwIfAny();
        return accepted;
    }

    /** The caller's own name for a request. */
    static void checkKey(String key) {
        FieldErrors errors = new FieldErrors();
        errors.addIf(!KEY.matcher(key).matches(), "/Idempotency-Key", VmFieldMessage.REQUEST_KEY.with());
        errors.throwIfAny();
    }

    /** A number of vCPUs, if it is there and a VM can have it. */
    public static int vcpus(@Nullable Integer value, FieldErrors errors) {
        return errors.number(value, 1, 64, "/vcpus", VmFieldMessage.VCPUS);
    }

    /** A size of the memory, likewise. */
    public static int memoryMib(@Nullable Integer value, FieldErrors errors) {
        return errors.number(value, 64, 1_048_576, "/memoryMib", VmFieldMessage.MEMORY_MIB);
    }

    /** A size of the disk, likewise. */
    public static int diskGib(@Nullable Integer value, FieldErrors errors) {
        return errors.number(value, 1, 10_240, "/diskGib", VmFieldMessage.DISK_GIB);
    }

    /** A name such as VMs have. */
    public static String name(@Nullable String name, FieldErrors errors) {
        if (name == null) {
            errors.add("/name", VmFieldMessage.NAME_MISSING.with());
            return "";
        }
        errors.addIf(!NAME.matcher(name).matches(), "/name", VmFieldMessage.NAME.with());
        return name;
    }

    private @Nullable Image image(@Nullable UUID id, FieldErrors errors) {
        if (id == null) {
            errors.add("/imageId", VmFieldMessage.IMAGE_MISSING.with());
            return null;
        }
        Image image = images.apply(id).orElse(null);
        if (image == null) {
            errors.add("/imageId", VmMessage.NO_SUCH_IMAGE.with());
        } else if (image.state() != ImageState.READY) {
            errors.add("/imageId", VmFieldMessage.IMAGE_NOT_READY.with(image.state()));
        }
        return image;
    }

    private static List<String> keys(List<String> keys, FieldErrors errors) {
        errors.addIf(keys.size() > MAX_KEYS, "/sshKeys", VmFieldMessage.TOO_MANY_KEYS.with(MAX_KEYS));
        IntStream.range(0, Math.min(keys.size(), MAX_KEYS))
                .forEach(i -> checkSshKey(keys.get(i), "/sshKeys/" + i, errors));
        return errors.empty() ? keys.stream().map(String::strip).distinct().toList() : List.of();
    }

    private static void checkSshKey(@Nullable String key, String pointer, FieldErrors errors) {
        if (key == null) {
            errors.add(pointer, VmFieldMessage.KEY_MISSING.with());
            return;
        }
        try {
            SshPublicKey.parse(key);
        } catch (UnreadableKeyException e) {
            errors.add(pointer, e.said());
        }
    }

    private static void checkUserData(@Nullable String userData, FieldErrors errors) {
        errors.addIf(
                userData != null && userData.getBytes(StandardCharsets.UTF_8).length > MAX_USER_DATA,
                "/userData",
                VmFieldMessage.USER_DATA_TOO_LONG.with(MAX_USER_DATA));
    }

    private static List<String> tags(List<String> tags, FieldErrors errors) {
        errors.addIf(tags.size() > MAX_TAGS, "/tags", VmFieldMessage.TOO_MANY_TAGS.with(MAX_TAGS));
        List<String> stored = tags.stream()
                .map(tag -> tag == null ? "" : tag.strip().toLowerCase(Locale.ROOT))
                .toList();
        IntStream.range(0, Math.min(stored.size(), MAX_TAGS))
                .filter(i -> !TAG.matcher(stored.get(i)).matches())
                .forEach(i -> errors.add("/tags/" + i, VmFieldMessage.TAG.with()));
        return stored.stream().distinct().sorted().toList();
    }
}
