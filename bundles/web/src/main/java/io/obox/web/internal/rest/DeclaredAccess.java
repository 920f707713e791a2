package io.obox.web.internal.rest;

import io.obox.user.Caller;
import io.obox.web.internal.access.AccessRule;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Holds each request against what the resource method that answers it declares, before its body is read. */
final class DeclaredAccess implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        context.register(new Check(AccessRule.of(resource.getResourceMethod())), Priorities.AUTHORIZATION);
    }

    /** For one method. */
    private record Check(AccessRule rule) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            Caller caller = request.getSecurityContext().getUserPrincipal() instanceof Caller known ? known : null;
            rule.check(caller, request.getMethod());
        }
    }
}
