package io.obox.vm;

import io.obox.job.JobPriority;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for a VM, as it came: nothing is checked yet, anything may be missing. Made by {@link #builder}: what is not said is
 * null. Immutable.
 */
public final class NewVm {
    private final Builder said;

    /**
     * All that the first API could ask for.
     *
     * @deprecated {@link #builder()} can ask for what came since; this stays for those who were compiled before it.
     */
    @Deprecated
    public NewVm(
            @Nullable String name,
            @Nullable UUID imageId,
            @Nullable Integer vcpus,
            @Nullable Integer memoryMib,
            @Nullable Integer diskGib,
            @Nullable String network,
            @Nullable List<String> sshKeys,
            @Nullable String userData,
            @Nullable List<String> tags,
            @Nullable Boolean autostart,
            @Nullable UUID hostId,
            @Nullable JobPriority priority,
            @Nullable String idempotencyKey) {
        this(builder()
                .name(name)
                .imageId(imageId)
                .vcpus(vcpus)
                .memoryMib(memoryMib)
                .diskGib(diskGib)
                .network(network)
                .sshKeys(sshKeys)
                .userData(userData)
                .tags(tags)
                .autostart(autostart)
                .hostId(hostId)
                .priority(priority)
                .idempotencyKey(idempotencyKey));
    }

    private NewVm(Builder said) {
        this.said = said;
    }

    /** The same, to be said otherwise. */
    public Builder toBuilder() {
        return new Builder(said);
    }

    /** Nothing asked for yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** What it is to be called, or null. */
    public @Nullable String name() {
        return said.name;
    }

    /** The image that its disk starts from, or null. */
    public @Nullable UUID imageId() {
        return said.imageId;
    }

    /** Processors, or null. */
    public @Nullable Integer vcpus() {
        return said.vcpus;
    }

    /** Memory in MiB, or null. */
    public @Nullable Integer memoryMib() {
        return said.memoryMib;
    }

    /** Size of its disk in GiB, or null. */
    public @Nullable Integer diskGib() {
        return said.diskGib;
    }

    /** Name of the host's network, or null for {@code default}. */
    public @Nullable String network() {
        return said.network;
    }

    /** Public keys in OpenSSH format, or null for none. */
    public @Nullable List<String> sshKeys() {
        return said.sshKeys;
    }

    /** Cloud-init user-data, or null for what OBox makes. */
    public @Nullable String userData() {
        return said.userData;
    }

    /** Free labels, or null for none. */
    public @Nullable List<String> tags() {
        return said.tags;
    }

    /** Whether the host starts it when the host itself starts, or null for not. */
    public @Nullable Boolean autostart() {
        return said.autostart;
    }

    /** Where it must be placed, or null for OBox to choose. */
    public @Nullable UUID hostId() {
        return said.hostId;
    }

    /** How urgent its job is, or null for the usual. */
    public @Nullable JobPriority priority() {
        return said.priority;
    }

    /** The caller's own name for this request, or null: repeated within 24 hours it gives the first answer. */
    public @Nullable String idempotencyKey() {
        return said.idempotencyKey;
    }

    /** Puts a request together; null is the same as nothing said. Not thread-safe. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable UUID imageId;
        private @Nullable Integer vcpus;
        private @Nullable Integer memoryMib;
        private @Nullable Integer diskGib;
        private @Nullable String network;
        private @Nullable List<String> sshKeys;
        private @Nullable String userData;
        private @Nullable List<String> tags;
        private @Nullable Boolean autostart;
        private @Nullable UUID hostId;
        private @Nullable JobPriority priority;
        private @Nullable String idempotencyKey;

        private Builder() {}

        private Builder(Builder other) {
            name = other.name;
            imageId = other.imageId;
            vcpus = other.vcpus;
            memoryMib = other.memoryMib;
            diskGib = other.diskGib;
            network = other.network;
            sshKeys = other.sshKeys;
            userData = other.userData;
            tags = other.tags;
            autostart = other.autostart;
            hostId = other.hostId;
            priority = other.priority;
            idempotencyKey = other.idempotencyKey;
        }

        /** What it is to be called. */
        public Builder name(@Nullable String text) {
            name = text;
            return this;
        }

        /** The image that its disk starts from. */
        public Builder imageId(@Nullable UUID id) {
            imageId = id;
            return this;
        }

        /** Processors. */
        public Builder vcpus(@Nullable Integer number) {
            vcpus = number;
            return this;
        }

        /** Memory in MiB. */
        public Builder memoryMib(@Nullable Integer size) {
            memoryMib = size;
            return this;
        }

        /** Size of its disk in GiB. */
        public Builder diskGib(@Nullable Integer size) {
            diskGib = size;
            return this;
        }

        /** Name of the host's network. */
        public Builder network(@Nullable String text) {
            network = text;
            return this;
        }

        /** Public keys in OpenSSH format. */
        public Builder sshKeys(@Nullable List<String> keys) {
            sshKeys = keys;
            return this;
        }

        /** Cloud-init user-data, instead of what OBox makes. */
        public Builder userData(@Nullable String document) {
            userData = document;
            return this;
        }

        /** Free labels. */
        public Builder tags(@Nullable List<String> labels) {
            tags = labels;
            return this;
        }

        /** Whether the host starts it when the host itself starts. */
        public Builder autostart(@Nullable Boolean starts) {
            autostart = starts;
            return this;
        }

        /** Where it must be placed. */
        public Builder hostId(@Nullable UUID id) {
            hostId = id;
            return this;
        }

        /** How urgent its job is. */
        public Builder priority(@Nullable JobPriority how) {
            priority = how;
            return this;
        }

        /** The caller's own name for this request. */
        public Builder idempotencyKey(@Nullable String key) {
            idempotencyKey = key;
            return this;
        }

        /** The request, which later calls on the builder do not change. */
        public NewVm build() {
            return new NewVm(new Builder(this));
        }
    }
}
