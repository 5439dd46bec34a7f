package dev.hansom.registry;

import dev.hansom.base.Json;
import java.util.List;

/// The answers to all questions of the gate, in the order in which they were asked.
public record GateResult(List<GateQuestion> questions) {
    public GateResult {
        questions = List.copyOf(questions);
    }

    /// Whether every question passed, and at least one was asked.
    public boolean passed() {
        return !questions.isEmpty() && questions.stream().allMatch(GateQuestion::passed);
    }

    /// Why not: the details of the questions that did not pass.
    public List<String> reasons() {
        return questions.stream()
                .filter(question -> !question.passed())
                .map(GateQuestion::detail)
                .toList();
    }

    /// The questions as JSON.
    public Json json() {
        return Json.array(
                questions,
                question -> Json.object()
                        .put("question", question.question())
                        .put("passed", question.passed())
                        .put("detail", question.detail())
                        .build());
    }

    static GateResult of(Json json) {
        return new GateResult(json.items().stream()
                .map(question -> new GateQuestion(
                        question.asText("question"), question.asBool("passed"), question.asText("detail")))
                .toList());
    }
}
