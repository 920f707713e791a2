package io.obox.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SuccessionTest {
    private final List<Object> marks = new ArrayList<>();
    private final List<Object> errors = new ArrayList<>();
    private boolean committed;
    private final ServletRequest request =
            fake(HttpServletRequest.class, (self, method, arguments) -> marks.add(arguments[0]));
    private final ServletResponse response = fake(
            HttpServletResponse.class,
            (self, method, arguments) ->
                    method.getName().equals("isCommitted") ? (Object) committed : errors.add(arguments[0]));

    @ParameterizedTest
    @MethodSource("successions")
    void marksTheRequestOfAServletThatHasBeenSucceeded(ServletException thrown) throws Exception {
        new Succession().doFilter(request, response, failing(thrown));

        assertThat(marks).containsExactly("io.obox.http.succeeded");
        assertThat(errors).containsExactly(503);
    }

    static Stream<ServletException> successions() {
        return Stream.of(new UnavailableException("succeeded"), new ServletException("Servlet has been unregistered"));
    }

    @Test
    void hidesNoOtherFault() {
        ServletException fault = new ServletException("out of bread");

        assertThatThrownBy(() -> new Succession().doFilter(request, response, failing(fault)))
                .isSameAs(fault);
        assertThat(marks).isEmpty();
    }

    @Test
    void whatHasBegunToAnswerIsNotAskedAgain() {
        committed = true;
        ServletException fault = new UnavailableException("in the middle");

        assertThatThrownBy(() -> new Succession().doFilter(request, response, failing(fault)))
                .isSameAs(fault);
    }

    @Test
    void aClientWhoLeavesInTheMiddleIsNoFault() throws Exception {
        for (IOException left : List.of(new ClosedChannelException(), new EofException())) {
            FilterChain answering = (request, response) -> {
                throw left;
            };
            committed = true;
            new Succession().doFilter(request, response, answering);
            committed = false;
            assertThatThrownBy(() -> new Succession().doFilter(request, response, answering))
                    .isSameAs(left);
        }
    }

    private static FilterChain failing(ServletException thrown) {
        return (request, response) -> {
            throw thrown;
        };
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = behaviour.invoke(self, method, arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
