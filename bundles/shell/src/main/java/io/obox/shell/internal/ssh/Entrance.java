package io.obox.shell.internal.ssh;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.shell.internal.language.Rights;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may enter, and as whom: with a key, as the operator; with a password, as the administrator whose it is. The key is
 * enough to come in while there is no database; what needs an administrator then fails by itself. Only the platform's own key,
 * which is as good as its machine, gives the rights of the operator.
 */
final class Entrance implements PasswordAuthenticator, PublickeyAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
    private static final AttributeKey<Visitor> VISITOR = new AttributeKey<>();

    private final Services services;
    private final OperatorKey operator;
    private final AuthorizedKeysAuthenticator others;

    Entrance(Services services, OperatorKey operator, ShellFolder folder) {
        this.services = services;
        this.operator = operator;
        this.others = new AuthorizedKeysAuthenticator(folder.authorizedKeys());
    }

    /** Who is in a session. */
    static Visitor visitor(ServerSession session) {
        Visitor visitor = session.getAttribute(VISITOR);
        return visitor == null ? new Visitor(Rights.ADMINISTRATOR, Entrance::nobody, null) : visitor;
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        boolean own = operator.matches(key);
        if (!own && !others.authenticate(user, key, session)) {
            return false;
        }
        session.setAttribute(
                VISITOR,
                new Visitor(
                        own ? Rights.OPERATOR : Rights.ADMINISTRATOR,
                        () -> services.authenticator().operator(MethodHandles.lookup()),
                        null));
        return true;
    }

    @Override
    public boolean authenticate(String user, String password, ServerSession session) {
        try {
            Caller caller = services.authenticator().verifyPassword(user, password.toCharArray(), address(session));
            session.setAttribute(VISITOR, new Visitor(Rights.ADMINISTRATOR, () -> entitled(caller), caller));
            return caller.isAdmin();
        } catch (ProblemException e) {
            LOG.info("{} was not let in by password: {}", session.getClientAddress(), e.getMessage());
            tellOfSecondFactor(e.problem(), session);
            return false;
        }
    }

    /** Whoever knows the password is told why it is not enough; another attempt would not help. */
    private static void tellOfSecondFactor(Problem problem, ServerSession session) {
        if (problem.slug().equals("second-factor-required")) {
            try {
                session.disconnect(
                        SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
                        problem.detail() + " " + problem.remedy());
            } catch (IOException e) {
                LOG.debug("{} has gone", session.getClientAddress(), e);
            }
        }
    }

    private static InetAddress address(ServerSession session) {
        return session.getClientAddress() instanceof InetSocketAddress client && client.getAddress() != null
                ? client.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private static Caller entitled(Caller caller) {
        if (caller.mustChangePassword()) {
            throw new ProblemException(Problem.of(
                            "password-change-required",
                            "Password must be changed",
                            403,
                            "This password is a first one.")
                    .withRemedy("Log in to the page and choose another."));
        }
        return caller;
    }

    private static Caller nobody() {
        throw new ProblemException(Problem.unauthenticated("Nobody is logged in to this session."));
    }
}
