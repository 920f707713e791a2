package io.obox.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.obox.page.PageRequest;
import io.obox.user.access.Access;
import io.obox.web.internal.problem.ProblemDocument;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The paths of all resources, from the annotations of Jakarta REST. */
final class Paths {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String JSON_TYPE = "application/json";
    private final Schemas schemas;
    private final Map<String, Operation> operations;
    private final Set<String> found = new TreeSet<>();
    private final Map<String, Access> declared = new TreeMap<>();
    private final Map<String, ObjectNode> paths = new TreeMap<>();

    Paths(Schemas schemas, Map<String, Operation> operations) {
        this.schemas = schemas;
        this.operations = operations;
    }

    /** The operations that were found, as method and path. */
    Set<String> found() {
        return found;
    }

    /** What the operations that were found declare, by method and path. */
    Map<String, Access> declared() {
        return declared;
    }

    ObjectNode of(Collection<Class<?>> resources) {
        resources.forEach(this::add);
        ObjectNode node = JSON.objectNode();
        paths.forEach(node::set);
        return node;
    }

    private void add(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        // reflection has no order, the document must have one
        Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> verb(method).isPresent())
                .sorted(Comparator.comparing(method -> verb(method).orElseThrow()))
                .forEach(method -> add(root, method));
    }

    private void add(String root, Method method) {
        Path below = method.getAnnotation(Path.class);
        add(verb(method).orElseThrow(), "/" + root + (below == null ? "" : "/" + below.value()), root, method);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(known -> known != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private void add(String verb, String path, String root, Method method) {
        String key = verb + " " + path;
        found.add(key);
        Operation told = operations.get(key);
        if (told == null) {
            throw new AssertionError("Operations says nothing of " + key);
        }
        ObjectNode operation = JSON.objectNode();
        operation.put("operationId", told.id());
        operation.put("summary", told.summary());
        operation.putArray("tags").add(root);
        DeclaredAccess access = DeclaredAccess.of(method);
        access.describe(operation);
        declared.put(key, access.access());
        boolean tagged = isTagged(verb, told, method);
        parameters(operation, method, told, tagged);
        body(operation, method, told);
        responses(operation, told, method, tagged);
        paths.computeIfAbsent("/api" + path, added -> JSON.objectNode()).set(verb.toLowerCase(Locale.ROOT), operation);
    }

    /** Whether the answer is an object with an entity tag, as each is that is no part of a list. */
    private static boolean isTagged(String verb, Operation told, Method method) {
        return verb.equals(HttpMethod.GET)
                && told.answer(method.getGenericReturnType()) instanceof Class<?>
                && method.getReturnType() != StreamingOutput.class
                && Arrays.stream(method.getParameters()).noneMatch(Paths::isCursor);
    }

    private static boolean isCursor(Parameter parameter) {
        return parameter.getAnnotation(QueryParam.class) instanceof QueryParam query
                && query.value().equals("cursor");
    }

    private void parameters(ObjectNode operation, Method method, Operation told, boolean tagged) {
        ArrayNode parameters = JSON.arrayNode();
        for (Parameter parameter : method.getParameters()) {
            @Nullable ObjectNode described = parameter(parameter, told);
            if (described != null) {
                parameters.add(described);
            }
        }
        if (tagged) {
            parameters.add(parameter("header", HttpHeaders.IF_NONE_MATCH, schemas.read(String.class)));
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    private @Nullable ObjectNode parameter(Parameter parameter, Operation told) {
        if (parameter.getAnnotation(PathParam.class) instanceof PathParam path) {
            return parameter("path", path.value(), schemas.read(parameter.getType()))
                    .put("required", true);
        }
        if (parameter.getAnnotation(QueryParam.class) instanceof QueryParam query) {
            return parameter(
                    "query",
                    query.value(),
                    query(query.value(), told.queries().getOrDefault(query.value(), parameter.getType())));
        }
        if (parameter.getAnnotation(HeaderParam.class) instanceof HeaderParam header) {
            return parameter("header", header.value(), schemas.read(parameter.getType()));
        }
        return null;
    }

    private static ObjectNode parameter(String in, String name, ObjectNode schema) {
        return JSON.objectNode().put("in", in).put("name", name).set("schema", schema);
    }

    /** Texts that the resource itself reads as something else. */
    private ObjectNode query(String name, Class<?> type) {
        if (name.equals("limit")) {
            return schemas.read(int.class)
                    .put("minimum", 1)
                    .put("maximum", PageRequest.MAX_LIMIT)
                    .put("default", PageRequest.DEFAULT_LIMIT);
        }
        return schemas.read(type);
    }

    private void body(ObjectNode operation, Method method, Operation told) {
        for (Parameter parameter : method.getParameters()) {
            if (isBody(parameter)) {
                Consumes consumes = method.getAnnotation(Consumes.class);
                ObjectNode body = operation.putObject("requestBody").put("required", true);
                body.putObject("content")
                        .putObject(consumes == null ? JSON_TYPE : consumes.value()[0])
                        .set("schema", schemas.read(parameter.getType()));
                told.words().forEach((member, constants) -> schemas.word(parameter.getType(), member, constants));
            }
        }
    }

    private static boolean isBody(Parameter parameter) {
        return !parameter.isAnnotationPresent(PathParam.class)
                && !parameter.isAnnotationPresent(QueryParam.class)
                && !parameter.isAnnotationPresent(HeaderParam.class)
                && !parameter.isAnnotationPresent(CookieParam.class)
                && !parameter.isAnnotationPresent(Context.class);
    }

    private void responses(ObjectNode operation, Operation told, Method method, boolean tagged) {
        Type answer = told.answer(method.getGenericReturnType());
        ObjectNode responses = operation.putObject("responses");
        ObjectNode success = responses.putObject(Integer.toString(told.status()));
        boolean job = told.status() == 202 && answer != null;
        success.put("description", description(told.status(), job));
        if (job) {
            header(success, HttpHeaders.LOCATION, "The path of the job.");
        }
        if (told.status() == 201) {
            header(success, HttpHeaders.LOCATION, "The path of what there is now.");
        }
        if (tagged) {
            header(success, HttpHeaders.ETAG, "The version, or a digest of what has none.");
            responses.putObject("304").put("description", "It is what the caller has already.");
        }
        if (answer != null) {
            Produces produces = method.getAnnotation(Produces.class);
            success.putObject("content")
                    .putObject(produces == null ? JSON_TYPE : produces.value()[0])
                    .set("schema", schemas.written(answer));
        }
        ObjectNode problem = responses.putObject("default").put("description", "A problem.");
        problem.putObject("content")
                .putObject(ProblemDocument.MEDIA_TYPE)
                .set("schema", schemas.written(ProblemDocument.class));
    }

    private static String description(int status, boolean job) {
        if (job) {
            return "The job that does it.";
        }
        return status == 202 ? "Taken; the answer is the same whatever comes of it." : "Done.";
    }

    private void header(ObjectNode response, String name, String description) {
        response.withObject("/headers")
                .putObject(name)
                .put("description", description)
                .set("schema", schemas.read(String.class));
    }
}
