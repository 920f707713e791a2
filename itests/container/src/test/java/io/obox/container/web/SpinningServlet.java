package io.obox.container.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A servlet that computes without end, until it is told to stop, and answers then. */
final class SpinningServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    final transient Semaphore spinning = new Semaphore(0);
    final AtomicInteger refused = new AtomicInteger();
    volatile boolean enough;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        PrintWriter answer = response.getWriter();
        if ("thread".equals(request.getParameter("tell"))) {
            String kind = Thread.currentThread().isVirtual() ? "virtual" : "platform";
            answer.print(request.getUserPrincipal().getName() + " on a " + kind + " thread");
            return;
        }
        spinning.release();
        while (!enough) {
            Thread.onSpinWait();
        }
        answer.print("too late");
        if (answer.checkError()) {
            refused.incrementAndGet();
        }
    }
}
