package dev.hansom.project;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.YamlNode.Place;
import dev.hansom.score.expression.Expression;
import dev.hansom.score.feature.Feature;
import java.util.Map;

/// Whether a project can keep the directions that it promises: the learner must be able to, and a field with a
/// direction
/// must reach a model as it is, or through a feature with a direction of its own.
final class PromiseCheck {
    private final Project project;
    private final Places places;
    private final Reading reading;

    PromiseCheck(Project project, Places places, Reading reading) {
        this.project = project;
        this.places = places;
        this.reading = reading;
    }

    /// `compiled` are the features that compile.
    void run(Map<Feature, Expression> compiled) {
        Promises promises = project.promises();
        boolean any = !promises.fields().isEmpty() || !promises.features().isEmpty();
        if (any && project.learner().kind() != Learner.Kind.XGBOOST) {
            reading.add(Problem.of(
                            ErrorCode.PROJECT_INVALID,
                            reading.at(new Place(1, 1)),
                            "monotone: is promised by a learner")
                    .value(project.learner().kind().word())
                    .expected(Learner.Kind.XGBOOST.word()));
        }
        compiled.forEach((feature, expression) -> promises.fields().keySet().stream()
                .sorted()
                .filter(expression.columns()::contains)
                .filter(field -> !feature.expression().equals(field)
                        && !promises.features().containsKey(feature.name()))
                .forEach(field -> reading.add(otherwise(feature, field))));
    }

    private Problem otherwise(Feature feature, String field) {
        return Problem.of(
                        ErrorCode.PROJECT_INVALID,
                        reading.at(places.of("feature " + feature.name())),
                        "feature " + feature.name() + " reads " + field + ", whose direction is promised, in a way that"
                                + " may break the promise")
                .value(feature.expression())
                .expected("the field as it is, or a feature with monotone: of its own");
    }
}
