package dev.hansom.base;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A JSON value as facts, so that no other room needs a JSON library.
///
/// Numbers keep whether they were whole; NaN and infinities are written as null. Members keep their order.
///
/// Errors: reading is a [ProblemException] with the position; an accessor that meets another kind of value than it
/// wants is one of code [ErrorCode#REQUEST_INVALID] that names the member, never its value.
///
/// Threads: values are immutable.
public sealed interface Json {
    /// A text.
    record Text(String value) implements Json {}

    /// A number without fraction or exponent that fits 64 bits.
    record Whole(long value) implements Json {}

    /// Any other number.
    record Real(double value) implements Json {}

    /// True or false.
    record Bool(boolean value) implements Json {}

    /// Nothing known.
    record Null() implements Json {}

    /// A list of values.
    record Items(List<Json> items) implements Json {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Values by name, in the order in which they were written.
    record Members(Map<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /// Reads one value and nothing after it. Errors: [ErrorCode#REQUEST_INVALID] with line and column.
    static Json parse(String text) {
        return JsonReader.REQUEST.read(text);
    }

    /// Reads one value in UTF-8 (or UTF-16 or UTF-32, as the standard detects it).
    static Json parse(byte[] bytes) {
        return JsonReader.REQUEST.read(bytes);
    }

    /// Reads one value to the end of a stream, which stays open.
    static Json parse(InputStream in) {
        return JsonReader.REQUEST.read(in);
    }

    /// Reads one value; errors carry the caller's code and place, for example a file's name.
    static Json parse(byte[] bytes, ErrorCode code, String where) {
        return new JsonReader(code, where).read(bytes);
    }

    /// Begins an object: `Json.object().put("a", 1).put("b", "x").build()`.
    static JsonBuilder object() {
        return new JsonBuilder();
    }

    /// A list of values.
    static Json array(Json... items) {
        return new Items(Arrays.asList(items));
    }

    /// A list, a value for each fact.
    static <T> Json array(Collection<T> facts, Function<? super T, ? extends Json> json) {
        return new Items(facts.stream().<Json>map(json).toList());
    }

    /// A list of texts.
    static Json texts(Collection<String> texts) {
        return array(texts, Text::new);
    }

    /// Null.
    static Json none() {
        return new Null();
    }

    /// A text, or null.
    static Json of(@Nullable String text) {
        return text == null ? none() : new Text(text);
    }

    /// A whole number.
    static Json of(long number) {
        return new Whole(number);
    }

    /// A number; NaN and infinities are kept here and written as null.
    static Json of(double number) {
        return new Real(number);
    }

    /// True or false.
    static Json of(boolean value) {
        return new Bool(value);
    }

    /// Compact, on one line.
    default String text() {
        return JsonWriter.compact(this);
    }

    /// Compact, in UTF-8.
    default byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /// Indented by two spaces a level, each member and item on a line, with a line end.
    default String pretty() {
        return JsonWriter.pretty(this);
    }

    /// Whether nothing is known.
    default boolean isNull() {
        return this instanceof Null;
    }

    /// The values of a list.
    default List<Json> items() {
        throw JsonReader.mismatch("", "a list", this);
    }

    /// The values of an object, by name.
    default Map<String, Json> members() {
        throw JsonReader.mismatch("", "an object", this);
    }

    /// The member of that name; it has to be there.
    default Json member(String name) {
        Json member = members().get(name);
        if (member == null) {
            throw JsonReader.missing(name);
        }
        return member;
    }

    /// The member of that name, if it is there and not null.
    default Optional<Json> find(String name) {
        return Optional.ofNullable(members().get(name)).filter(member -> !member.isNull());
    }

    /// The text.
    default String asText() {
        return text(this, "");
    }

    /// The text of a member.
    default String asText(String name) {
        return text(member(name), name);
    }

    /// The number, whole or not.
    default double asReal() {
        return real(this, "");
    }

    /// The number of a member.
    default double asReal(String name) {
        return real(member(name), name);
    }

    /// The whole number; one such as `2.0` counts.
    default long asWhole() {
        return whole(this, "");
    }

    /// The whole number of a member.
    default long asWhole(String name) {
        return whole(member(name), name);
    }

    /// The truth value.
    default boolean asBool() {
        return bool(this, "");
    }

    /// The truth value of a member.
    default boolean asBool(String name) {
        return bool(member(name), name);
    }

    /// The list of a member.
    default List<Json> items(String name) {
        if (member(name) instanceof Items(List<Json> list)) {
            return list;
        }
        throw JsonReader.mismatch(name, "a list", member(name));
    }

    private static String text(Json json, String where) {
        if (json instanceof Text(String value)) {
            return value;
        }
        throw JsonReader.mismatch(where, "a text", json);
    }

    private static double real(Json json, String where) {
        return switch (json) {
            case Whole(long value) -> value;
            case Real(double value) -> value;
            default -> throw JsonReader.mismatch(where, "a number", json);
        };
    }

    private static long whole(Json json, String where) {
        return switch (json) {
            case Whole(long value) -> value;
            case Real(double value) when value == Math.rint(value) && Math.abs(value) < 1L << 53 -> (long) value;
            default -> throw JsonReader.mismatch(where, "a whole number", json);
        };
    }

    private static boolean bool(Json json, String where) {
        if (json instanceof Bool(boolean value)) {
            return value;
        }
        throw JsonReader.mismatch(where, "true or false", json);
    }
}
