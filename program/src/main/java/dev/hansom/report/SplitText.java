package dev.hansom.report;

import dev.hansom.project.Project;
import dev.hansom.project.SplitPlan;

/// How rows were parted, and what that cannot prove: one sentence for pages and command line.
public final class SplitText {
    private SplitText() {}

    /// The sentence.
    public static String of(Project project) {
        SplitPlan split = project.split();
        String group = split.group().orElse("");
        return switch (split.by()) {
            case TIME ->
                group.isEmpty()
                        ? "Rows are parted by " + project.time() + ": only later rows test what earlier ones taught."
                        : "Rows are parted by " + project.time() + "; later rows whose " + group
                                + " was seen earlier are not compared.";
            case GROUP ->
                "Rows have no time and are parted by chance, no " + group
                        + " on two sides: that proves something for new"
                        + " ones drawn from the same pot, and not that tomorrow is like yesterday.";
            case RANDOM ->
                "Rows have no time and are parted by chance: that proves something for rows drawn from the same pot, and not"
                        + " that tomorrow is like yesterday, nor that rows of new customers, machines or places are like"
                        + " those of known ones (split.group).";
        };
    }
}
