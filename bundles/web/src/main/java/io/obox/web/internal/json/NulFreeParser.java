package io.obox.web.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.problem.NullCharacter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses texts and names with U+0000, whatever they are read into. */
final class NulFreeParser extends JsonParserDelegate {
    NulFreeParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        return checked(super.nextToken());
    }

    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    private @Nullable JsonToken checked(@Nullable JsonToken token) throws IOException {
        if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) && NullCharacter.isIn(getText())) {
            String pointer = getParsingContext().pathAsPointer().toString();
            throw new ProblemException(Problem.validation(List.of(NullCharacter.error(pointer))));
        }
        return token;
    }
}
