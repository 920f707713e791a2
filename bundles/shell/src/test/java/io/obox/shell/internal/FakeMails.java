package io.obox.shell.internal;

import io.obox.job.Job;
import io.obox.mail.Mail;
import io.obox.mail.MailFilter;
import io.obox.mail.MailRequest;
import io.obox.mail.MailState;
import io.obox.mail.Mails;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.user.Caller;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails in memory; jobs that send them end at once. */
public final class FakeMails implements Mails {
    /** A mail as lists show it. */
    public record Listed(UUID id, String to, MailState state) implements Mail {
        @Override
        public String template() {
            return "test";
        }

        @Override
        public String language() {
            return "en";
        }

        @Override
        public String subject() {
            return "Welcome";
        }

        @Override
        public @Nullable String text() {
            return null;
        }

        @Override
        public @Nullable String html() {
            return null;
        }

        @Override
        public List<URI> links() {
            return List.of();
        }

        @Override
        public @Nullable Problem problem() {
            return null;
        }

        @Override
        public UUID jobId() {
            return id;
        }

        @Override
        public Instant createdAt() {
            return Instant.parse("2026-03-01T12:00:00Z");
        }

        @Override
        public @Nullable Instant sentAt() {
            return null;
        }

        @Override
        public long version() {
            return 1;
        }
    }

    public final List<Mail> all = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    private final FakeJobs jobs;

    public FakeMails(FakeJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public UUID queue(MailRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Mail> list(Caller caller, MailFilter filter, PageRequest page) {
        return new Page<>(
                all.stream()
                        .filter(mail -> filter.state() == null || mail.state() == filter.state())
                        .filter(mail -> filter.to() == null || mail.to().contains(filter.to()))
                        .toList(),
                null);
    }

    @Override
    public Mail get(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Job retry(Caller caller, UUID id) {
        asked.add("send " + id);
        return jobs.get(caller, new UUID(0, 0));
    }

    @Override
    public Job test(Caller caller) {
        asked.add("test");
        return jobs.get(caller, new UUID(0, 0));
    }

    @Override
    public boolean delivers(Caller caller) {
        return false;
    }
}
