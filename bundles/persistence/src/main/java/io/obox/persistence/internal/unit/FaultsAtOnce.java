package io.obox.persistence.internal.unit;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Session;

/**
 * Lets a lost connection be a fault at once. By default EclipseLink repeats the query three times, five seconds apart, which
 * is of no use here: the transaction is lost with its connection.
 */
public final class FaultsAtOnce implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
        session.getLogin().setConnectionHealthValidatedOnError(false);
    }
}
