package dev.hansom.base;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON strictly: one value, no name twice in an object, no more than [#DEPTH] levels.
///
/// Threads: safe for many.
record JsonReader(ErrorCode code, String where) {
    /// What came over an interface.
    static final JsonReader REQUEST = new JsonReader(ErrorCode.REQUEST_INVALID, "JSON");

    /// Deeper than any document of ours, shallow enough for a small stack.
    static final int DEPTH = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build();

    /// Opens the source that the caller has.
    private interface Source {
        JsonParser open(ObjectReadContext context);
    }

    Json read(String text) {
        return read(context -> FACTORY.createParser(context, text));
    }

    Json read(byte[] bytes) {
        return read(context -> FACTORY.createParser(context, bytes));
    }

    Json read(InputStream in) {
        return read(context -> FACTORY.createParser(context, in));
    }

    private Json read(Source source) {
        try (JsonParser parser = source.open(ObjectReadContext.empty())) {
            if (parser.nextToken() == null) {
                throw problem(null, "nothing to read");
            }
            Json json = value(parser);
            if (parser.nextToken() != null) {
                throw problem(parser.currentTokenLocation(), "more text after the value");
            }
            return json;
        } catch (JacksonException e) {
            throw problem(e.getLocation(), reason(e));
        }
    }

    private static Json value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> new Json.Real(parser.getDoubleValue());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.none();
            default -> throw new IllegalStateException(parser.currentToken().name());
        };
    }

    private static Json whole(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT, LONG -> new Json.Whole(parser.getLongValue());
            default -> new Json.Real(parser.getDoubleValue());
        };
    }

    private static Json members(JsonParser parser) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new Json.Members(members);
    }

    private static Json items(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Items(items);
    }

    /// Why, without a word of the text itself: it may hold what must not get into a log.
    private static String reason(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException _ -> "deeper or longer than is read here";
            case UnexpectedEndOfInputException _ -> "the text ends too early";
            case JacksonIOException _ -> "the stream broke off";
            case JacksonException _ when e.getOriginalMessage().startsWith("Duplicate") -> "a name comes twice";
            default -> "this is not what JSON allows here";
        };
    }

    private ProblemException problem(@Nullable TokenStreamLocation at, String what) {
        String place =
                at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new ProblemException(Problem.of(code, where, "not readable as JSON" + place + ": " + what));
    }

    /// A member that has to be there is not.
    static ProblemException missing(String name) {
        return new ProblemException(Problem.of(ErrorCode.REQUEST_INVALID, name, "is missing"));
    }

    /// A value of another kind than was expected. The text names the kind found, never the value.
    static ProblemException mismatch(String where, String expected, Json found) {
        return new ProblemException(
                Problem.of(ErrorCode.REQUEST_INVALID, where.isEmpty() ? "JSON" : where, "is " + kind(found))
                        .expected(expected));
    }

    private static String kind(Json json) {
        return switch (json) {
            case Json.Text _ -> "a text";
            case Json.Whole _ -> "a whole number";
            case Json.Real _ -> "a number";
            case Json.Bool _ -> "true or false";
            case Json.Null _ -> "null";
            case Json.Items _ -> "a list";
            case Json.Members _ -> "an object";
        };
    }
}
