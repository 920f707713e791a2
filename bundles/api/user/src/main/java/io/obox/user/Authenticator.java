package io.obox.user;

import java.net.InetAddress;
import org.osgi.annotation.versioning.ProviderType;

/** Tells who somebody is. Thread-safe. */
@ProviderType
public interface Authenticator {
    /**
     * The caller behind an access token (cookie or bearer). Fast: no password hashing, and no query while the session is
     * known to be good.
     *
     * @throws io.obox.problem.ProblemException {@code unauthenticated} where the token is false, expired or revoked
     */
    Caller authenticate(String accessToken);

    /**
     * The name of the cookie that holds an access token. Each installation has its own, so that several on one machine can be
     * used in one browser. Fast, and the same each time.
     *
     * @throws io.obox.problem.ProblemException {@code unavailable} while the database has never been there
     */
    String accessCookie();

    /**
     * The caller who knows this password. Slow on purpose.
     *
     * @param password cleared by this method
     * @param from the address of the one who knows it, by which attempts are counted
     * @throws io.obox.problem.ProblemException {@code unauthenticated}, the same for an unknown address as for a wrong
     *     password; {@code account-disabled}; {@code rate-limited}
     */
    Caller verifyPassword(String email, char[] password, InetAddress from);

    /**
     * The administrator in whose name the operator's shell acts when it is entered with the platform's own key.
     *
     * @throws io.obox.problem.ProblemException {@code unavailable} while there is no administrator yet
     */
    Caller operator();
}
