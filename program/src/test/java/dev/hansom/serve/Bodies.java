package dev.hansom.serve;

import dev.hansom.base.Json;
import java.util.List;

/// Inference requests of one row or a few, and what came back.
final class Bodies {
    static final String AT = tensor("at", "BYTES", "\"2021-03-01T07:15:00\"");
    static final String ZONE = tensor("zone", "INT64", "74");
    static final String MILES = tensor("miles", "FP64", "2.5");
    static final String FLAG = tensor("flag", "BYTES", "\"N\"");
    static final String HOLIDAY = tensor("holiday", "BOOL", "false");
    static final String DAY = tensor("day", "BYTES", "\"2021-03-01\"");

    private Bodies() {}

    static String tensor(String name, String datatype, String... data) {
        return "{\"name\":\"%s\",\"datatype\":\"%s\",\"shape\":[%d],\"data\":[%s]}"
                .formatted(name, datatype, data.length, String.join(",", data));
    }

    static String of(String... tensors) {
        return "{\"id\":\"q7\",\"inputs\":[" + String.join(",", tensors) + "]}";
    }

    static String whole() {
        return miles("2.5");
    }

    /// One row a value of miles, all else equal.
    static String miles(String... miles) {
        int n = miles.length;
        return of(
                repeated("at", "BYTES", "\"2021-03-01T07:15:00\"", n),
                repeated("zone", "INT64", "74", n),
                tensor("miles", "FP64", miles),
                repeated("flag", "BYTES", "null", n),
                repeated("holiday", "BOOL", "true", n),
                repeated("day", "BYTES", "\"2021-03-01\"", n));
    }

    static List<Json> output(Json reply, String name) {
        return reply.items("outputs").stream()
                .filter(output -> output.asText("name").equals(name))
                .findFirst()
                .orElseThrow()
                .items("data");
    }

    static String text(Json reply, String name) {
        return output(reply, name).getFirst().asText();
    }

    static double prediction(Json reply) {
        return output(reply, "prediction").getFirst().asReal();
    }

    private static String repeated(String name, String datatype, String value, int times) {
        return tensor(
                name, datatype, java.util.Collections.nCopies(times, value).toArray(new String[0]));
    }
}
