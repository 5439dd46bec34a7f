package dev.hansom.learn;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Formula;
import java.util.List;
import java.util.Map;

/// The mean of the past: what a scorer must beat to know anything at all.
public final class ConstantTrainer implements Trainer {
    private final Project project;
    private final Parts parts;

    public ConstantTrainer(Project project) {
        this.project = project;
        this.parts = new Parts(project);
    }

    @Override
    public String makes() {
        return "constant";
    }

    @Override
    public Model fit(Columns rows, Progress progress) {
        double sum = 0;
        for (double target : parts.targets(rows)) {
            sum += target;
        }
        double mean = sum / rows.size();
        return new Model(
                parts.signature(),
                new Vocabulary(List.of(), List.of(), List.of()),
                List.of(),
                new Formula(new java.math.BigDecimal(mean).toPlainString()),
                new Provenance(Map.of("project", project.hash())));
    }
}
