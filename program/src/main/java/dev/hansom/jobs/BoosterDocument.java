package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// A forest as the JSON that XGBoost itself saves and loads.
///
/// Source: XGBoost 3.4, `doc/model.schema`.
/// Errors: a forest that is no booster of XGBoost's (float64 sums, several outputs, categories, other links) is
/// `MODEL_UNSUPPORTED`.
final class BoosterDocument {
    private final Forest forest;
    private final List<String> names;

    private BoosterDocument(Forest forest, List<String> names) {
        this.forest = forest;
        this.names = names;
    }

    /// The document of `forest`, whose features are called `names`.
    static Json of(Forest forest, List<String> names) {
        return new BoosterDocument(forest, names).document();
    }

    private Json document() {
        if (forest.sums().arithmetic() != Arithmetic.SINGLE
                || forest.outputs() != 1
                || forest.sums().divisor() != 1
                || forest.sums().slope() != 1) {
            throw refuse("a forest that is not XGBoost's");
        }
        List<Json> trees =
                IntStream.range(0, forest.size()).mapToObj(this::tree).toList();
        JsonBuilder model = Json.object()
                .put(
                        "gbtree_model_param",
                        Json.object().put("num_parallel_tree", "1").put("num_trees", String.valueOf(forest.size())))
                .put(
                        "iteration_indptr",
                        Json.array(
                                IntStream.rangeClosed(0, forest.size()).boxed().toList(), Json::of))
                .put("tree_info", Json.array(Collections.nCopies(forest.size(), 0L), Json::of))
                .put("trees", Json.array(trees, json -> json));
        JsonBuilder learner = Json.object()
                .put("attributes", Json.object())
                .put("feature_names", Json.texts(names))
                .put("feature_types", Json.texts(Collections.nCopies(names.size(), "float")))
                .put("gradient_booster", Json.object().put("model", model).put("name", "gbtree"))
                .put(
                        "learner_model_param",
                        Json.object()
                                .put("base_score", "[" + forest.link().answer(forest.base()) + "]")
                                .put("boost_from_average", "1")
                                .put("num_class", "0")
                                .put("num_feature", String.valueOf(forest.width()))
                                .put("num_target", "1"))
                .put("objective", objective());
        return Json.object()
                .put("learner", learner)
                .put("version", Json.array(Json.of(3L), Json.of(2L), Json.of(0L)))
                .build();
    }

    private JsonBuilder objective() {
        JsonBuilder weight = Json.object().put("scale_pos_weight", "1");
        return switch (forest.link()) {
            case IDENTITY -> Json.object().put("name", "reg:squarederror").put("reg_loss_param", weight);
            case LOGISTIC -> Json.object().put("name", "binary:logistic").put("reg_loss_param", weight);
            case EXPONENTIAL ->
                Json.object()
                        .put("name", "count:poisson")
                        .put("poisson_regression_param", Json.object().put("max_delta_step", "0.7"));
            default -> throw refuse("the link " + forest.link());
        };
    }

    private Json tree(int index) {
        Tree tree = forest.tree(index);
        int size = tree.size();
        List<Json> lefts = new ArrayList<>();
        List<Json> rights = new ArrayList<>();
        List<Json> conditions = new ArrayList<>();
        List<Json> weights = new ArrayList<>();
        List<Json> features = new ArrayList<>();
        List<Json> defaults = new ArrayList<>();
        List<Json> covers = new ArrayList<>();
        long[] parents = new long[size];
        parents[0] = Integer.MAX_VALUE;
        for (int node = 0; node < size; node++) {
            boolean leaf = tree.isLeaf(node);
            if (!leaf && tree.isSet(node)) {
                throw refuse("a split on categories");
            }
            lefts.add(Json.of(leaf ? -1L : tree.left(node)));
            rights.add(Json.of(leaf ? -1L : tree.left(node) + 1L));
            conditions.add(single(tree.value(node)));
            weights.add(single(leaf ? tree.value(node) : 0));
            features.add(Json.of(leaf ? 0L : tree.feature(node)));
            defaults.add(Json.of(!leaf && tree.missingLeft(node) ? 1L : 0L));
            covers.add(Json.of(tree.hasCovers() ? tree.cover(node) : 0.0));
            if (!leaf) {
                parents[tree.left(node)] = node;
                parents[tree.left(node) + 1] = node;
            }
        }
        List<Json> zeros = Collections.nCopies(size, Json.of(0L));
        return Json.object()
                .put("base_weights", list(weights))
                .put("categories", Json.array())
                .put("categories_nodes", Json.array())
                .put("categories_segments", Json.array())
                .put("categories_sizes", Json.array())
                .put("default_left", list(defaults))
                .put("id", index)
                .put("left_children", list(lefts))
                .put("loss_changes", list(Collections.nCopies(size, Json.of(0.0))))
                .put(
                        "parents",
                        list(IntStream.range(0, size)
                                .mapToObj(i -> Json.of(parents[i]))
                                .toList()))
                .put("right_children", list(rights))
                .put("split_conditions", list(conditions))
                .put("split_indices", list(features))
                .put("split_type", list(zeros))
                .put("sum_hessian", list(covers))
                .put(
                        "tree_param",
                        Json.object()
                                .put("num_deleted", "0")
                                .put("num_feature", String.valueOf(forest.width()))
                                .put("num_nodes", String.valueOf(size))
                                .put("size_leaf_vector", "1"))
                .build();
    }

    private static Json list(List<? extends Json> items) {
        return Json.array(items, item -> item);
    }

    /// A float32 as the shortest number that reads back as the same.
    private static Json single(double value) {
        return Json.of(Double.parseDouble(Float.toString((float) value)));
    }

    private static ProblemException refuse(String trait) {
        return new ProblemException(
                Problem.of(ErrorCode.MODEL_UNSUPPORTED, "export", trait + " has no form that XGBoost loads"));
    }
}
