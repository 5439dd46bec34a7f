package dev.hansom.serve;

import dev.hansom.score.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a project is answered at this moment: what was wished, what became of it, and the signature that callers see.
///
/// Threads: immutable; a request takes one and keeps it to its end, whatever is swapped meanwhile.
public record Answering(Deployment deployment, Slot champion, Slot rule, Slot shadow, Optional<Signature> signature) {
    /// The project's name.
    public String project() {
        return deployment.project();
    }

    /// The version that callers ask: the champion, else the rule; 0 where there is neither.
    public int version() {
        return deployment
                .champion()
                .or(deployment::rule)
                .map(Deployment.Wanted::version)
                .orElse(0);
    }

    /// The rule's version; 0 where there is none.
    public int ruleVersion() {
        return deployment.rule().map(Deployment.Wanted::version).orElse(0);
    }

    /// Whether the champion is a rule, or there is none but the rule.
    public boolean ruleIsChampion() {
        return switch (champion) {
            case Slot.Empty() -> true;
            case Slot.Ready ready -> ready.model().kind().equals(Source.RULE.slug());
            case Slot.Broken _ -> false;
        };
    }

    /// What a caller's rows must look like. Errors: `NOTHING_ANSWERS` where no file tells.
    public Signature asked() {
        return signature.orElseThrow(() -> Deployments.nothingAnswers(this));
    }

    /// Whether somebody can answer.
    public boolean canAnswer() {
        return champion instanceof Slot.Ready || rule instanceof Slot.Ready;
    }

    /// Whether the champion is a model that answers.
    public boolean modelAnswers() {
        return champion instanceof Slot.Ready && !ruleIsChampion();
    }

    /// Whether the rule stands behind the champion.
    public boolean hasFallback() {
        return rule instanceof Slot.Ready;
    }

    /// What is wrong, in words: broken files, a missing fallback.
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        problem(problems, "champion", champion);
        problem(problems, "rule (fallback)", rule);
        problem(problems, "shadow", shadow);
        if (rule instanceof Slot.Empty) {
            problems.add(project() + ": no version has the alias rule: there is no fallback");
        }
        return problems;
    }

    private void problem(List<String> problems, String role, Slot slot) {
        if (slot instanceof Slot.Broken broken) {
            problems.add(project() + " version " + broken.wanted().version() + ", " + role + ": " + broken.text());
        }
    }
}
