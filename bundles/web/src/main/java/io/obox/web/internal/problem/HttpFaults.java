package io.obox.web.internal.problem;

import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.glassfish.jersey.server.ParamException;

/** What HTTP itself and the REST layer find wrong with a request. */
public final class HttpFaults {
    private static final String STATUS_OF_NO_PROBLEM = "The request ended with the status ";

    private HttpFaults() {}

    /** What the REST layer has thrown. */
    static Fault of(WebApplicationException thrown) {
        return switch (thrown) {
            case ParamException.QueryParamException parameter ->
                Fault.of(Problem.validation(
                        List.of(new FieldError("/" + parameter.getParameterName(), "This value can't be read."))));
            case ParamException.PathParamException unread -> Fault.of(status(404));
            case ParamException parameter ->
                Fault.of(Problem.malformed("The value of " + parameter.getParameterName() + " can't be read."));
            default -> answered(thrown);
        };
    }

    /** What can't be read in a request, and was only found when it was asked for. */
    static Fault of(HeaderValueException thrown) {
        return thrown.getContext() == HeaderValueException.Context.INBOUND
                ? Fault.of(Problem.malformed("A header of the request can't be read."))
                : RequestFaults.bug(thrown);
    }

    private static Fault answered(WebApplicationException thrown) {
        Response response = thrown.getResponse();
        if (response.getStatus() >= 500 && response.getStatus() != 503) {
            return RequestFaults.bug(thrown);
        }
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        Fault fault = Fault.of(status(response.getStatus()));
        return allow == null ? fault : new Fault(fault.problem(), Map.of(HttpHeaders.ALLOW, withHead(allow)));
    }

    /** The REST layer answers HEAD wherever it answers GET, but does not say so here. */
    private static String withHead(String allow) {
        Set<String> methods = new TreeSet<>(List.of(allow.split("[, ]+")));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }

    /** The problem behind a bare HTTP status. */
    public static Problem status(int status) {
        return switch (status) {
            case 401 -> Problem.unauthenticated("This needs a login.");
            case 403 -> Problem.forbidden("This is not allowed.");
            case 404 -> Problem.of("not-found", "Not found", 404, "There is nothing at this path.");
            case 405 ->
                Problem.of("method-not-allowed", "Method not allowed", 405, "This path does not know this method.")
                        .withRemedy("Use a method that the header Allow names.");
            case 406 ->
                Problem.of("not-acceptable", "Not acceptable", 406, "This is not available in an accepted media type.")
                        .withRemedy("Accept application/json.");
            case 408 ->
                Problem.of("timeout", "Too slow", 408, "The request did not arrive in time.")
                        .withRemedy("Send it again.");
            case 413 -> Problem.of("too-large", "Too large", 413, "The request is larger than OBox takes.");
            case 414 -> Problem.of("too-large", "Too large", 414, "The address is longer than OBox takes.");
            case 415 ->
                Problem.of(
                                "unsupported-media-type",
                                "Unsupported media type",
                                415,
                                "The body is not of a media type that this path takes.")
                        .withRemedy("Send application/json, or application/merge-patch+json with PATCH.");
            case 431 -> Problem.of("too-large", "Too large", 431, "The headers are larger than OBox takes.");
            case 503 -> Problem.unavailable("OBox can't answer this at the moment.");
            case 505 ->
                Problem.of("malformed", "Malformed request", 505, "The request is of an unknown version of HTTP.")
                        .withRemedy("Use HTTP/1.1.");
            default -> other(status);
        };
    }

    private static Problem other(int status) {
        if (status >= 500) {
            return RequestFaults.incident(status, new IllegalStateException(STATUS_OF_NO_PROBLEM + status + "."));
        }
        return Problem.of("malformed", "Malformed request", status, "The request can't be understood.");
    }
}
