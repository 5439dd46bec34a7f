package dev.hansom.score.file;

import dev.hansom.score.kernel.Link;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// What an objective of XGBoost makes of the sums: `link` answers, `base` tells in which sum a base score is
/// meant, `answers` names the numbers. Source: XGBoost 3.4, `PredTransform` and `ProbToMargin` of
/// `src/objective`.
record XgboostObjective(Link link, Link base, String answers) {
    private static final Map<String, XgboostObjective> KNOWN = known();

    /// The objective of a model of so many outputs that XGBoost `version` wrote; the first two numbers of it count.
    /// Errors: an objective that is not known is a [ModelFormatException] that names it.
    static XgboostObjective of(String name, int outputs, int[] version) {
        if (name.equals("reg:quantileerror") && outputs > 1 && Arrays.compare(version, new int[] {3, 4}) >= 0) {
            return new XgboostObjective(Link.ASCENDING, Link.IDENTITY, "value");
        }
        if (name.equals("reg:expectileerror") && outputs > 1) {
            return new XgboostObjective(Link.RISING, Link.RISING, "value");
        }
        XgboostObjective objective = KNOWN.get(name);
        if (objective == null) {
            throw XgboostReader.refuse(
                    "the objective " + (name.isEmpty() ? "of no name" : name),
                    "one of " + String.join(", ", KNOWN.keySet()));
        }
        return objective;
    }

    private static Map<String, XgboostObjective> known() {
        Map<String, XgboostObjective> known = new TreeMap<>();
        XgboostObjective value = new XgboostObjective(Link.IDENTITY, Link.IDENTITY, "value");
        for (String name : new String[] {
            "reg:squarederror",
            "reg:linear",
            "reg:absoluteerror",
            "reg:pseudohubererror",
            "reg:squaredlogerror",
            "reg:quantileerror",
            "reg:expectileerror"
        }) {
            known.put(name, value);
        }
        XgboostObjective score = new XgboostObjective(Link.IDENTITY, Link.IDENTITY, "score");
        for (String name : new String[] {"rank:pairwise", "rank:ndcg", "rank:map"}) {
            known.put(name, score);
        }
        XgboostObjective mean = new XgboostObjective(Link.EXPONENTIAL, Link.EXPONENTIAL, "value");
        for (String name : new String[] {"count:poisson", "reg:gamma", "reg:tweedie", "survival:cox", "survival:aft"}) {
            known.put(name, mean);
        }
        known.put("reg:logistic", new XgboostObjective(Link.LOGISTIC, Link.LOGISTIC, "probability"));
        known.put("binary:logistic", new XgboostObjective(Link.LOGISTIC, Link.LOGISTIC, "probability"));
        known.put("binary:logitraw", new XgboostObjective(Link.IDENTITY, Link.IDENTITY, "score"));
        known.put("binary:hinge", new XgboostObjective(Link.HINGE, Link.IDENTITY, "class"));
        known.put("multi:softprob", new XgboostObjective(Link.SOFTMAX, Link.IDENTITY, "probability"));
        known.put("multi:softmax", new XgboostObjective(Link.GREATEST, Link.IDENTITY, "class"));
        return known;
    }
}
