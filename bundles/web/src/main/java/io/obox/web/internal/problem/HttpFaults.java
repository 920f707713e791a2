package io.obox.web.internal.problem;

import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.StandardProblem;
import io.obox.web.internal.message.HttpMessage;
import io.obox.web.internal.message.WebProblem;
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
                Fault.of(Problem.validation(List.of(
                        FieldError.of("/" + parameter.getParameterName(), HttpMessage.VALUE_UNREADABLE.with()))));
            case ParamException.PathParamException unread -> Fault.of(status(404));
            case ParamException parameter ->
                Fault.of(Problem.malformed(HttpMessage.PARAMETER_UNREADABLE.with(parameter.getParameterName())));
            default -> answered(thrown);
        };
    }

    /** What can't be read in a request, and was only found when it was asked for. */
    static Fault of(HeaderValueException thrown) {
        return thrown.getContext() == HeaderValueException.Context.INBOUND
                ? Fault.of(Problem.malformed(HttpMessage.HEADER_UNREADABLE.with()))
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
            case 401 -> Problem.unauthenticated(HttpMessage.LOGIN_NEEDED.with());
            case 403 -> Problem.forbidden(HttpMessage.NOT_ALLOWED.with());
            case 404 -> Problem.notFound(HttpMessage.NOTHING_HERE.with());
            case 405 ->
                WebProblem.METHOD_NOT_ALLOWED
                        .of(HttpMessage.METHOD_UNKNOWN.with())
                        .withRemedy(HttpMessage.USE_ALLOWED.with());
            case 406 ->
                WebProblem.NOT_ACCEPTABLE
                        .of(HttpMessage.NOT_ACCEPTABLE.with())
                        .withRemedy(HttpMessage.ACCEPT_JSON.with());
            case 408 -> WebProblem.TIMEOUT.of(HttpMessage.TOO_SLOW.with()).withRemedy(HttpMessage.SEND_AGAIN.with());
            case 413 -> StandardProblem.TOO_LARGE.of(HttpMessage.REQUEST_TOO_LARGE.with());
            case 414 -> StandardProblem.TOO_LARGE.of(414, HttpMessage.ADDRESS_TOO_LONG.with());
            case 415 ->
                WebProblem.UNSUPPORTED_MEDIA_TYPE
                        .of(HttpMessage.MEDIA_TYPE_UNKNOWN.with())
                        .withRemedy(HttpMessage.SEND_JSON_OR_PATCH.with());
            case 431 -> StandardProblem.TOO_LARGE.of(431, HttpMessage.HEADERS_TOO_LARGE.with());
            case 503 -> Problem.unavailable(HttpMessage.NO_ANSWER_NOW.with());
            case 505 ->
                StandardProblem.MALFORMED
                        .of(505, HttpMessage.VERSION_UNKNOWN.with())
                        .withRemedy(HttpMessage.USE_HTTP_1_1.with());
            default -> other(status);
        };
    }

    private static Problem other(int status) {
        if (status >= 500) {
            return RequestFaults.incident(status, new IllegalStateException(STATUS_OF_NO_PROBLEM + status + "."));
        }
        return StandardProblem.MALFORMED.of(status, HttpMessage.NOT_UNDERSTOOD.with());
    }
}
