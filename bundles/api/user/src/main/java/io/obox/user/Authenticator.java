package io.obox.user;

import java.lang.invoke.MethodHandles;
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
     * The same for a request that comes from this address, by which tokens that nobody has are counted.
     *
     * @throws io.obox.problem.ProblemException {@code unauthenticated}; {@code rate-limited} where too many came from there
     */
    default Caller authenticate(String accessToken, InetAddress from) {
        return authenticate(accessToken);
    }

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
     *     password; {@code account-disabled}; {@code rate-limited}; {@code second-factor-required} where the password is right and
     *     not enough
     */
    Caller verifyPassword(String email, char[] password, InetAddress from);

    /**
     * Whether what the caller of {@link #verifyPassword} showed would still let in: the password is the same, and still enough. For
     * whoever keeps a connection open; not to be asked for each thing that is done.
     *
     * @throws io.obox.problem.ProblemException {@code unavailable}
     */
    default boolean wouldStillEnter(Caller caller) {
        return true;
    }

    /**
     * The administrator in whose name the operator's shell acts when it is entered with the platform's own key. For the bundle
     * {@code io.obox.shell} and for no other: see {@link CallerIssuer} on what that is good for.
     *
     * @param self {@code MethodHandles.lookup()} of a class of that bundle, which only the class itself can make
     * @throws SecurityException for a class of any other bundle
     * @throws io.obox.problem.ProblemException {@code unavailable} while there is no administrator yet
     */
    Caller operator(MethodHandles.Lookup self);

    /**
     * Nobody becomes the operator by asking alone.
     *
     * @deprecated use {@link #operator(MethodHandles.Lookup)}
     * @throws SecurityException always
     */
    @Deprecated
    default Caller operator() {
        throw new SecurityException("The operator is told to the bundle io.obox.shell only, which must prove itself.");
    }
}
