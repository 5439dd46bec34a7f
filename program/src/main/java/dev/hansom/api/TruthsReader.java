package dev.hansom.api;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.serve.Answering;
import dev.hansom.serve.PredictionIds;
import dev.hansom.serve.Truth;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `[{"prediction_id", "value", "observedAt"}]`; a time without an offset is wall clock of the project whose
/// prediction it is, and no time at all means now.
///
/// Errors: all problems at once, naming places, never values; nothing is taken then.
final class TruthsReader {
    private static final int MAX = 100_000;
    private static final int TOLD = 20;
    private static final Set<String> KNOWN = Set.of("prediction_id", "value", "observedAt");

    private final List<Answering> deployed;
    private final long receivedAt;
    private final List<Problem> problems = new ArrayList<>();

    TruthsReader(List<Answering> deployed, Instant receivedAt) {
        this.deployed = deployed;
        this.receivedAt = micros(receivedAt);
    }

    List<Truth> read(Json body) {
        if (!(body instanceof Json.Items(List<Json> items))) {
            throw new ProblemException(Problem.of(ErrorCode.REQUEST_INVALID, "body", "no list")
                    .expected("[{\"prediction_id\", \"value\", \"observedAt\"}, …]"));
        }
        if (items.size() > MAX) {
            throw new ProblemException(Problem.of(ErrorCode.REQUEST_TOO_LARGE, "body", items.size() + " truths")
                    .expected("at most " + MAX));
        }
        List<Truth> truths = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            truth(items.get(i), i).ifPresent(truths::add);
        }
        if (!problems.isEmpty()) {
            int more = problems.size() - TOLD;
            List<Problem> told = new ArrayList<>(problems.subList(0, Math.min(TOLD, problems.size())));
            if (more > 0) {
                told.add(Problem.of(ErrorCode.REQUEST_INVALID, "body", more + " more problems like these"));
            }
            throw new ProblemException(told);
        }
        return truths;
    }

    private Optional<Truth> truth(Json json, int index) {
        if (!(json instanceof Json.Members(Map<String, Json> members))) {
            return refuse(index, "", "no object", "{\"prediction_id\", \"value\", \"observedAt\"}");
        }
        Set<String> unknown = new HashSet<>(members.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            return refuse(index, "", "a member that is not known", "prediction_id, value, observedAt");
        }
        if (!(members.get("prediction_id") instanceof Json.Text(String id)) || PredictionIds.tagOf(id) < 0) {
            return refuse(index, ".prediction_id", "no id of a prediction", "26 characters as the answer gave them");
        }
        double value = number(members.get("value"));
        if (!Double.isFinite(value)) {
            return refuse(index, ".value", "no finite number", "the value in the target's unit");
        }
        Json time = members.get("observedAt");
        OptionalLong observedAt =
                time == null || time instanceof Json.Null ? OptionalLong.of(receivedAt) : time(time, id);
        if (observedAt.isEmpty()) {
            return refuse(index, ".observedAt", "no time", "for example 2021-03-01T07:15:00Z");
        }
        return Optional.of(new Truth(id, value, observedAt.getAsLong(), receivedAt));
    }

    private Optional<Truth> refuse(int index, String member, String what, String expected) {
        problems.add(Problem.of(ErrorCode.REQUEST_INVALID, "truth " + index + member, what)
                .expected(expected));
        return Optional.empty();
    }

    private static double number(@Nullable Json json) {
        return switch (json) {
            case Json.Real(double real) -> real;
            case Json.Whole(long whole) -> whole;
            case null, default -> Double.NaN;
        };
    }

    private OptionalLong time(Json json, String id) {
        if (!(json instanceof Json.Text(String text))) {
            return OptionalLong.empty();
        }
        try {
            boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return OptionalLong.of(micros(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).atZone(zone(id)).toInstant()));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private ZoneId zone(String id) {
        int tag = PredictionIds.tagOf(id);
        return deployed.stream()
                .filter(answering -> PredictionIds.tag(answering.project()) == tag)
                .flatMap(answering -> answering.signature().stream())
                .findFirst()
                .map(signature -> ZoneId.of(signature.zone()))
                .orElse(ZoneOffset.UTC);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
