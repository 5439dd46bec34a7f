package dev.hansom.base;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object in the making, in the order of its puts; a name that is put again takes the new value.
///
/// Threads: for one.
public final class JsonBuilder {
    private final Map<String, Json> members = new LinkedHashMap<>();

    JsonBuilder() {}

    /// A value; `null` is written as null.
    public JsonBuilder put(String name, @Nullable Json value) {
        members.put(name, value == null ? Json.none() : value);
        return this;
    }

    /// An object that is still in the making.
    public JsonBuilder put(String name, JsonBuilder value) {
        return put(name, value.build());
    }

    /// A text, or null.
    public JsonBuilder put(String name, @Nullable String value) {
        return put(name, Json.of(value));
    }

    /// A whole number.
    public JsonBuilder put(String name, long value) {
        return put(name, Json.of(value));
    }

    /// A number; NaN and infinities are written as null.
    public JsonBuilder put(String name, double value) {
        return put(name, Json.of(value));
    }

    /// True or false.
    public JsonBuilder put(String name, boolean value) {
        return put(name, Json.of(value));
    }

    /// The object as it stands.
    public Json.Members build() {
        return new Json.Members(members);
    }

    /// The object as it stands, on one line.
    public String text() {
        return build().text();
    }
}
