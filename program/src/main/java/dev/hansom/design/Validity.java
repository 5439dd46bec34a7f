package dev.hansom.design;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.evaluate.Comparison;
import dev.hansom.evaluate.LabelledRows;
import dev.hansom.evaluate.Metric;
import dev.hansom.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Whether the question is one that can be decided: problem stated, metric and margin declared beforehand, no leaks.
public record Validity(List<ValidityCheck> checks) {
    /// A yardstick that answers fewer rows measures something else.
    private static final double MOST_UNANSWERED = 0.1;

    public Validity {
        checks = List.copyOf(checks);
    }

    /// What the project must state before any row is opened.
    static Validity of(Project project) {
        return new Validity(List.of(
                check("D1", "the problem is stated", unstated(project), "question, owner, target, unit, moments"),
                check(
                        "D2",
                        "the metric was declared beforehand",
                        metric(project),
                        project.objective().metric()),
                check(
                        "D3",
                        "there is a rule with a reason",
                        rule(project),
                        project.rule().expression()),
                check(
                        "D5",
                        "the margin was declared beforehand, with its reason",
                        margin(project),
                        margin(project.objective().margin()))));
    }

    /// The same and whether there is anything to tell apart.
    Validity withTarget(LabelledRows rows) {
        double[] truths = IntStream.range(0, rows.size())
                .mapToDouble(rows::truth)
                .distinct()
                .limit(2)
                .toArray();
        List<String> wrong = truths.length > 1
                ? List.of()
                : List.of("all " + rows.size() + " rows have the target "
                        + (truths.length == 0 ? "none" : String.valueOf(truths[0])));
        return and(check("D6", "the target is not always the same", wrong, rows.size() + " rows with a target"));
    }

    /// The same and whether the rule answers.
    Validity with(Comparison comparison) {
        long asked = comparison.rows() + comparison.ruleUnanswered() + comparison.modelUnanswered();
        double share = asked == 0 ? 0 : (double) comparison.ruleUnanswered() / asked;
        String found = String.format(Locale.ROOT, "%.1f %% of the rows without an answer", 100 * share);
        List<String> wrong = share <= MOST_UNANSWERED
                ? List.of()
                : List.of("the rule has no answer for "
                        + String.format(Locale.ROOT, "%.0f", 100 * share)
                        + " % of the compared rows; give it one, for example with coalesce or a lookup's default");
        return and(check("D3", "the rule answers", wrong, found));
    }

    private Validity and(ValidityCheck check) {
        List<ValidityCheck> more = new ArrayList<>(checks);
        more.add(check);
        return new Validity(more);
    }

    /// The same and what the scan for leaks says.
    Validity with(Leakage leakage, Project project) {
        List<String> wrong = leakage.leaks(project.rule()).stream()
                .filter(name -> !project.objective().trusted().containsKey(name))
                .distinct()
                .map(name -> name + " explains too much of the target alone (if it may, decide.trusted says why)")
                .toList();
        return and(check(
                "D7",
                "no field tells the answer beforehand",
                wrong,
                leakage.fields().size() + " fields and " + leakage.features().size() + " features looked at"));
    }

    /// Whether every check passed.
    public boolean holds() {
        return checks.stream().allMatch(ValidityCheck::passed);
    }

    /// Goes on when every check passed. Errors: `DESIGN_INVALID` with all failed checks.
    void require(Project project) {
        List<Problem> problems = checks.stream()
                .filter(check -> !check.passed())
                .map(check -> Problem.of(
                                ErrorCode.DESIGN_INVALID,
                                project.file().toString(),
                                check.id() + " fails: " + check.detail())
                        .expected(check.name())
                        .next("mend it and run design again"))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static ValidityCheck check(String id, String name, List<String> wrong, String found) {
        return new ValidityCheck(id, name, wrong.isEmpty(), wrong.isEmpty() ? found : String.join("; ", wrong));
    }

    private static List<String> unstated(Project project) {
        List<String> wrong = new ArrayList<>();
        blank(wrong, "question", project.question());
        blank(wrong, "owner", project.owner());
        blank(wrong, "target expression", project.target().expression());
        blank(wrong, "unit of the target", project.target().unit());
        if (!project.moments().contains(project.prediction())) {
            wrong.add("the prediction moment is none of the moments");
        }
        if (project.labelDelay().isNegative()) {
            wrong.add("the label delay is negative");
        }
        return wrong;
    }

    private static List<String> metric(Project project) {
        String metric = project.objective().metric();
        boolean classes = project.target().isClass();
        return Metric.named(metric)
                        .filter(known -> known.addsUp() && known.ofClasses() == classes)
                        .isPresent()
                ? List.of()
                : List.of("the metric " + metric + " cannot decide, "
                        + (classes ? "log_loss and brier can" : "mae and mse can"));
    }

    private static List<String> rule(Project project) {
        List<String> wrong = new ArrayList<>();
        blank(wrong, "expression of the rule", project.rule().expression());
        blank(wrong, "reason of the rule", project.rule().reason());
        return wrong;
    }

    private static List<String> margin(Project project) {
        List<String> wrong = new ArrayList<>();
        double margin = project.objective().margin();
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            wrong.add("the margin is " + margin + ", not a number from 0 up");
        }
        blank(wrong, "reason of the margin", project.objective().reason());
        return wrong;
    }

    private static String margin(double margin) {
        return Double.toString(margin);
    }

    private static void blank(List<String> wrong, String what, String text) {
        if (text.isBlank()) {
            wrong.add("no " + what);
        }
    }
}
