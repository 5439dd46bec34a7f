package dev.hansom.http;

import dev.hansom.base.Json;
import java.nio.charset.StandardCharsets;

/// One answer: status, content type, bytes.
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, String type, byte[] body) {
    private static final String JSON = "application/json";

    /// 200 with JSON.
    public static Reply json(Json value) {
        return json(200, value);
    }

    /// JSON with a status.
    public static Reply json(int status, Json value) {
        return new Reply(status, JSON, value.text().getBytes(StandardCharsets.UTF_8));
    }

    /// 200 with text of this content type.
    public static Reply text(String type, String text) {
        return new Reply(200, type, text.getBytes(StandardCharsets.UTF_8));
    }
}
