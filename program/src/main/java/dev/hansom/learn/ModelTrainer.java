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
        return switch (project.learner().kind()) {
            case XGBOOST -> new XgboostTrainer(project, provenance);
            case RIDGE -> new RidgeTrainer(project, provenance);
        };
    }

    /// The model with the trainer's own answers beside it.
    Fitted fitted(Columns labelled, Progress progress);

    @Override
    default String makes() {
        return "model";
    }

    @Override
    default Model fit(Columns labelled, Progress progress) {
        return fitted(labelled, progress).model();
    }
}
