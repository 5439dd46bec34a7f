package dev.hansom.learn;

import dev.hansom.project.Project;
import dev.hansom.project.Promises.Direction;
import dev.hansom.score.feature.Feature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The promised directions of the features, in their order.
final class Directions {
    private Directions() {}

    /// As XGBoost takes them, for example `(1,0,-1)`; empty where nothing is promised.
    static Optional<String> of(Project project, List<Feature> features) {
        List<Integer> signs =
                features.stream().map(feature -> sign(project, feature)).toList();
        return signs.stream().allMatch(sign -> sign == 0)
                ? Optional.empty()
                : Optional.of(signs.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")")));
    }

    /// 1, 0 or -1: what is promised of the feature itself, or of the field that it is.
    private static int sign(Project project, Feature feature) {
        Direction direction = project.promises().features().get(feature.name());
        if (direction == null) {
            direction = project.promises().fields().get(feature.expression());
        }
        return direction == null ? 0 : direction == Direction.INCREASING ? 1 : -1;
    }
}
