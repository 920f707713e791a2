package io.obox.web.internal.rest;

import io.obox.web.internal.foreign.Foreign;
import io.obox.web.internal.foreign.ForeignCalls;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import org.glassfish.jersey.InjectionManagerProvider;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.process.internal.RequestContext;
import org.glassfish.jersey.process.internal.RequestScope;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.MDC;

/**
 * Has the methods of resources that are no part of OBox called as foreign code. Their parameters are read before, and what
 * they return is written after, by the thread that serves the request.
 */
final class ForeignMethods implements Feature {
    private final ForeignCalls calls;

    ForeignMethods(ForeignCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean configure(FeatureContext context) {
        InjectionManager manager = InjectionManagerProvider.getInjectionManager(context);
        context.register(new AbstractBinder() {
            @Override
            protected void configure() {
                bind(new Handlers(calls, manager)).to(ResourceMethodInvocationHandlerProvider.class);
            }
        });
        return true;
    }

    private record Handlers(ForeignCalls calls, InjectionManager manager)
            implements ResourceMethodInvocationHandlerProvider {
        @Override
        public @Nullable InvocationHandler create(Invocable method) {
            Bundle bundle = FrameworkUtil.getBundle(method.getHandler().getHandlerClass());
            if (bundle == null || Foreign.isOwn(bundle)) {
                return null;
            }
            long id = bundle.getBundleId();
            return (target, called, arguments) -> call(id, target, called, arguments);
        }

        private Object call(long bundle, Object target, Method method, Object[] arguments) throws Throwable {
            RequestScope scope = manager.getInstance(RequestScope.class);
            RequestContext request = scope.referenceCurrent();
            Map<String, String> logged = MDC.getCopyOfContextMap();
            return calls.call(
                    bundle,
                    () -> {
                        MDC.setContextMap(logged == null ? Map.of() : logged);
                        try {
                            return scope.runInScope(request, (Callable<Object>) () -> method.invoke(target, arguments));
                        } finally {
                            MDC.clear();
                        }
                    },
                    request::release);
        }
    }
}
