package io.obox.web.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.page.Page;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.version.EntityTags;
import io.obox.version.Versioned;
import io.obox.web.internal.message.WebMessage;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/**
 * Gives objects their entity tags and answers the preconditions of reads. The tag is the version, and of an object without one
 * a digest of what is sent. Lists have no tags: they are seldom the same twice. Where a resource forbids to keep an answer, the
 * tag is for changes only and does not vouch for the rest of it.
 */
final class ConditionalGet implements ContainerResponseFilter {
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Annotation[] NONE = {};
    private static final int TAG_BYTES = 15;

    private final ObjectMapper mapper;

    /** With the mapper that writes the bodies. */
    ConditionalGet(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (response.getStatus() != Status.OK.getStatusCode()) {
            return;
        }
        boolean reads = READS.contains(request.getMethod());
        if (!response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            tag(response, reads);
        }
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        if (reads && tag != null) {
            check(request, response, tag);
        }
    }

    private void tag(ContainerResponseContext response, boolean reads) throws IOException {
        switch (response.getEntity()) {
            case Versioned object -> tag(response, Long.toString(object.version()));
            case Record object
            when reads && !(object instanceof Page) -> {
                byte[] document = mapper.writeValueAsBytes(object);
                response.setEntity(document, NONE, MediaType.APPLICATION_JSON_TYPE);
                tag(response, digest(document));
            }
            case null, default -> {
                // nothing that could be asked for again
            }
        }
    }

    private static void tag(ContainerResponseContext response, String opaque) {
        response.getHeaders().putSingle(HttpHeaders.ETAG, '"' + opaque + '"');
    }

    private static void check(ContainerRequestContext request, ContainerResponseContext response, String tag) {
        String wanted = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (wanted != null && !EntityTags.parse(wanted).nameExactly(tag)) {
            throw new ProblemException(Problem.preconditionFailed(WebMessage.NOT_THAT_VERSION.with()));
        }
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null
                && EntityTags.parse(known).name(tag)
                && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    private static String digest(byte[] document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
