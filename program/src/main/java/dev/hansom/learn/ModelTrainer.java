package dev.hansom.learn;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import java.util.Map;

/// Fits the model of a project with the learner that the project names.
public sealed interface ModelTrainer extends Trainer permits XgboostTrainer, RidgeTrainer {
    /// The trainer for `project`; `provenance` goes into the file of what it makes.
    static ModelTrainer of(Project project, Map<String, String> provenance) {
        return of(project, provenance, Economy.NONE);
    }

    /// The trainer for `project` that saves; what is chosen once, it remembers from fit to fit.
    static ModelTrainer of(Project project, Map<String, String> provenance, Economy economy) {
        return switch (project.learner().kind()) {
            case XGBOOST -> new XgboostTrainer(project, provenance, economy);
            case RIDGE -> new RidgeTrainer(project, provenance, economy);
        };
    }

    /// The model with the trainer's own answers beside it.
    Fitted fitted(Columns labelled, Progress progress);

    /// What encodes rows, with what it learned from `labelled`; no model is fitted.
    @Override
    Inputs inputs(Columns labelled, Progress progress);

    @Override
    default String makes() {
        return "model";
    }

    @Override
    default Model fit(Columns labelled, Progress progress) {
        return fitted(labelled, progress).model();
    }
}
