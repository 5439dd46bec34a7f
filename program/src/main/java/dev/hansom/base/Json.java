package dev.hansom.base;

import java.util.List;
import java.util.Map;

/// A JSON value as facts, so that no other room needs a JSON library.
///
/// Numbers keep whether they were whole; NaN and infinities are written as null.
public sealed interface Json {
    record Text(String value) implements Json {}

    record Whole(long value) implements Json {}

    record Real(double value) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    record Items(List<Json> items) implements Json {}

    record Members(Map<String, Json> members) implements Json {}
    // helpers: static Json parse(String|byte[]|InputStream), String text(), String pretty(), Builder object(), of(...)
}
