package dev.hansom.score.file;

import dev.hansom.score.ForeignModel;
import dev.hansom.score.Type;
import dev.hansom.score.file.SkopsPlan.Slot;
import dev.hansom.score.pipeline.PipelineModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads a model of scikit-learn that `skops.io.dump` saved: as data, nothing of it is executed, and no pickle is read.
///
/// The model answers what its `predict` does: numbers of a regressor, classes of a classifier. What it cannot answer
/// so refuses by name.
/// Threads: for one thread.
public final class SkopsReader {
    /// One that has another inside, which does the work.
    private static final List<String> SEARCHES =
            List.of("GridSearchCV", "RandomizedSearchCV", "HalvingGridSearchCV", "HalvingRandomSearchCV");

    private static final int WIDEST = 1 << 18;

    private final SkopsPlan plan = new SkopsPlan();

    private SkopsReader() {}

    /// The model of the bytes of a skops file.
    /// Errors: what is no such file, or has a trait that is not supported, is a [ModelFormatException].
    public static ForeignModel read(byte[] bytes) {
        try {
            return new SkopsReader().model(SkopsFile.read(bytes).root());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new ModelFormatException("skops model: " + e.getMessage(), e);
        }
    }

    private ForeignModel model(SkopsNode root) {
        SkopsNode model = inside(root);
        SkopsNode estimator = last(model);
        if (!estimator.isObject() || !estimator.type().startsWith("sklearn.")) {
            throw estimator.refuse(
                    "the model " + estimator.type(), "one of scikit-learn; a booster in its library's own file");
        }
        Optional<List<String>> names = names(model);
        List<Slot> columns = isDictionary(model) ? List.of() : inputs(model, names);
        SkopsSteps steps = new SkopsSteps(plan);
        List<Slot> prepared = prepared(model, columns, steps);
        SkopsEstimators.Answer answer = new SkopsEstimators(steps).read(estimator, prepared);
        List<Integer> features = answer.columns().stream()
                .map(slot -> plan.number(slot, estimator))
                .toList();
        boolean named = names.isPresent() || isDictionary(model);
        return new PipelineModel(new PipelineModel.Parts(
                plan.schema(!named),
                plan.places(!named),
                named,
                plan.size(),
                plan.steps(),
                features,
                answer.estimator(),
                answer.classes(),
                type(answer),
                description(model, estimator)));
    }

    private static Type type(SkopsEstimators.Answer answer) {
        if (answer.classes().isEmpty()) {
            return Type.DOUBLE;
        }
        return answer.kind();
    }

    private List<Slot> prepared(SkopsNode model, List<Slot> columns, SkopsSteps steps) {
        List<Slot> slots = columns;
        if (isPipeline(model)) {
            List<SkopsNode> all = model.at("steps").items();
            for (SkopsNode step : all.subList(0, all.size() - 1)) {
                SkopsNode transformer = step.item(1);
                slots = transformer.name().equals("DictVectorizer")
                        ? steps.dictionary(transformer)
                        : steps.read(transformer, slots);
            }
        }
        return slots;
    }

    private List<Slot> inputs(SkopsNode model, Optional<List<String>> names) {
        List<String> all = names.orElseGet(() -> numbered(width(model), model));
        List<Slot> slots = new ArrayList<>();
        all.forEach(name -> slots.add(plan.input(name)));
        return slots;
    }

    /// The names of the columns that it was fitted on; nothing where these had none.
    private static Optional<List<String>> names(SkopsNode node) {
        SkopsNode first = first(node);
        if (first.has("feature_names_in_")) {
            return Optional.of(first.at("feature_names_in_").items().stream()
                    .map(SkopsNode::text)
                    .toList());
        }
        return first == node ? Optional.empty() : names(first);
    }

    private static int width(SkopsNode node) {
        SkopsNode first = first(node);
        if (first.has("n_features_in_")) {
            return first.at("n_features_in_").whole();
        }
        if (first == node) {
            throw node.wrong("no number of columns", "n_features_in_, which a fitted " + node.name() + " has");
        }
        return width(first);
    }

    private static List<String> numbered(int width, SkopsNode model) {
        if (width < 0 || width > WIDEST) {
            throw model.refuse(width + " columns without names", "0 to " + WIDEST);
        }
        return IntStream.range(0, width).mapToObj(i -> "x" + i).toList();
    }

    /// Who gets the columns first: the node itself, or what it begins with.
    private static SkopsNode first(SkopsNode node) {
        SkopsNode inner = inside(node);
        if (inner.has("feature_names_in_") || inner.has("n_features_in_")) {
            return inner;
        }
        if (isPipeline(inner)) {
            return inner.at("steps").items().stream()
                    .map(step -> step.item(1))
                    .filter(step -> step.isObject())
                    .findFirst()
                    .orElse(inner);
        }
        if (inner.has("transformer_list")) {
            return inner.at("transformer_list").item(0).item(1);
        }
        return inner.has("regressor_") ? inner.at("regressor_") : inner;
    }

    /// The best of a search, or the node itself.
    static SkopsNode inside(SkopsNode node) {
        return SEARCHES.contains(node.name()) ? inside(node.at("best_estimator_")) : node;
    }

    static boolean isPipeline(SkopsNode node) {
        return node.type().equals("sklearn.pipeline.Pipeline");
    }

    private static boolean isDictionary(SkopsNode model) {
        return isPipeline(model) && model.at("steps").item(0).item(1).name().equals("DictVectorizer");
    }

    private static SkopsNode last(SkopsNode model) {
        if (!isPipeline(model)) {
            return model;
        }
        List<SkopsNode> steps = model.at("steps").items();
        return inside(steps.get(steps.size() - 1).item(1));
    }

    private static String description(SkopsNode model, SkopsNode estimator) {
        return "scikit-learn " + (isPipeline(model) ? "pipeline with " : "") + estimator.name();
    }
}
