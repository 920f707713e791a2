package io.obox.web.internal.gateway;

import io.obox.problem.ProblemException;
import io.obox.web.internal.message.WebMessage;
import io.obox.web.internal.message.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By which names OBox may be asked while only its own machine can reach it. A page from elsewhere reaches it all the same by
 * a name of its own that it lets lead to the loopback address, and its browser then takes both for one site; only the name
 * tells.
 *
 * @param any whether OBox listens to other machines, so that any name may be its own
 * @param listed names of a proxy on this machine, in lower case
 */
record KnownNames(boolean any, Set<String> listed) {
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    /** As configured: the address to listen at, and names with commas between them. */
    static KnownNames of(String address, String names) {
        Set<String> listed = SEPARATOR
                .splitAsStream(names.toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new KnownNames(!OwnMachine.isNamed(address), listed);
    }

    /** Refuses a request by a name that nobody has given OBox. */
    void check(HttpServletRequest request) {
        if (!any && !isKnown(request.getServerName().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(WebProblem.MISDIRECTED
                    .of(WebMessage.ANOTHER_HOST.with())
                    .withRemedy(WebMessage.USE_LOCALHOST.with()));
        }
    }

    private boolean isKnown(String name) {
        return listed.contains(name) || OwnMachine.isNamed(name);
    }
}
