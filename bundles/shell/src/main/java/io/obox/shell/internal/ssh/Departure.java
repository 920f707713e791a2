package io.obox.shell.internal.ssh;

import io.obox.problem.ProblemException;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.time.Duration;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows people out whose account is no administrator's any more, or not in use, or has another password. Looks again and again, so misses nothing. */
record Departure(Services services, SshServer server) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int NOT_FOUND = 404;

    @Override
    public void run() {
        try {
            while (!server.isClosed()) {
                server.getActiveSessions().forEach(this::look);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("The door has been closed.");
        }
    }

    private void look(AbstractSession session) {
        Caller person = Entrance.visitor((ServerSession) session).person();
        if (person != null && session.isAuthenticated() && !mayStay(person)) {
            LOG.info("{} would not be let in any more and was disconnected from the shell.", person.email());
            session.close(true);
        }
    }

    /** Whoever can't be asked for at the moment stays: without the services there is nothing to be done in the shell. */
    private boolean mayStay(Caller person) {
        try {
            User user = services.users().get(person, person.userId());
            return user.role() == Role.ADMIN
                    && user.state() == UserState.ACTIVE
                    && services.authenticator().wouldStillEnter(person);
        } catch (ProblemException e) {
            return e.problem().status() != NOT_FOUND;
        } catch (RuntimeException e) {
            LOG.warn("Whether {} may stay in the shell could not be found out", person.email(), e);
            return true;
        }
    }
}
