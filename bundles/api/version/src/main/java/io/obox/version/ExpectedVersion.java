package io.obox.version;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a thing a change is meant for.
 *
 * @param tags the versions as entity tags, or null where nothing is said of them
 */
public record ExpectedVersion(@Nullable EntityTags tags) {
    /** Nothing is said of it: the change is meant for whatever there is. */
    public static final ExpectedVersion UNSTATED = new ExpectedVersion(null);

    /** This one and no other. */
    public static ExpectedVersion of(long version) {
        return new ExpectedVersion(new EntityTags(false, List.of(tag(version))));
    }

    /** What the header {@code If-Match} says, or null where it is missing. */
    public static ExpectedVersion parse(@Nullable String ifMatch) {
        return ifMatch == null ? UNSTATED : new ExpectedVersion(EntityTags.parse(ifMatch));
    }

    /**
     * What the header {@code If-Match} says, where a change must not be made without it.
     *
     * @throws ProblemException {@code precondition-required} where it is missing
     */
    public static ExpectedVersion required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(VersionProblem.PRECONDITION_REQUIRED
                    .of(VersionMessage.IF_MATCH_MISSING.with())
                    .withRemedy(VersionMessage.SEND_ETAG.with()));
        }
        return parse(ifMatch);
    }

    /** Whether anything is said, so that the version must not change between the check and the change. */
    public boolean isStated() {
        return tags != null;
    }

    /**
     * Refuses the change of another version.
     *
     * @param version the one there is
     * @throws ProblemException {@code precondition-failed}
     */
    public void check(long version) {
        if (tags != null && !tags.nameExactly(tag(version))) {
            throw new ProblemException(Problem.preconditionFailed(VersionMessage.ANOTHER_VERSION.with()));
        }
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
