package dev.hansom.report;

import dev.hansom.monitor.Finding;
import dev.hansom.monitor.Status;

/// What to do about a finding.
final class Advice {
    private Advice() {}

    static String about(Finding finding) {
        return switch (finding.statistic()) {
            case PSI ->
                "See where it comes from: a unit, a filter, a join, or the world. If the world changed and the"
                        + " errors grew, train on newer months.";
            case MISSING -> "Ask the sender why it is missing more or less often than before; a feed may be broken.";
            case NEW_LEVELS -> "See whether codes were renamed or added; train again once there are rows of them.";
            case FALLBACK -> "See in the server's log why the model could not answer. The rule answers until then.";
            case OUTSIDE_KEEP -> "Rows are asked that the project does not mean: tell the caller, or widen keep.";
            case UNANSWERED -> "Neither model nor rule had an answer: see which fields those rows lack.";
            case COVERAGE -> "Find out where truths are lost, or wait where they are only late.";
            case LOSS -> loss(finding);
            case GAIN ->
                finding.status() == Status.RED
                        ? "Go back to the rule until a model passes the gate again: hansom promote --rule."
                        : "See whether a model trained on newer months gains more; else the rule is cheaper.";
            case LOST -> "Give the log a larger bound or a faster disk, and see the server's log.";
            case UNMATCHED -> "See whether the sender of truths uses the prediction ids that the server gave out.";
        };
    }

    private static String loss(Finding finding) {
        return switch (finding.about()) {
            case "world" -> "Train on newer months; the rule learns from them as well.";
            case "model" ->
                "See the drift of its fields below. If it lasts, go back to the rule: hansom promote --rule.";
            default -> "Fit the rule on newer months: hansom design.";
        };
    }
}
