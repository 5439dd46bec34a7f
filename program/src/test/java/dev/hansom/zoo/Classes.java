package dev.hansom.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Tables whose target is a class.
final class Classes {
    private static final String CUSTOMERS = """
            name: customers
            target: {name: leaves, expression: left, task: classification, positive: 'yes'}
            decide: {metric: log_loss, margin: 0.02, reason: less is not worth a model}
            data: {files: table.csv}
            split: {group: customer}
            fields:
              customer: string
              months: int64
              calls: int64
              plan: string
              left: {type: string, known: outcome}
            lookups:
              plan_rate: {mean: leaves, by: [plan], shrink: 10}
            rule: {expression: calls > 5, reason: who calls often leaves}
            features: {months: months, calls: calls, plan_rate: plan_rate}
            """;

    private static final String MACHINES = """
            name: machines
            target: {name: fails, expression: code > 0}
            decide: {metric: brier, margin: 0.001, reason: less is not worth a model}
            data: {files: table.csv}
            fields:
              heat: double
              hours: double
              code: {type: int64, known: outcome}
            rule: {expression: heat > 90, reason: hot machines fail}
            features: {heat: heat, hours: hours}
            learner: {kind: ridge}
            """;

    private Classes() {}

    static List<Animal> all() {
        return List.of(
                new Animal("customers", customers(400, 1), CUSTOMERS, Set.of("ML")),
                new Animal(
                        "customers_by_ridge", customers(400, 1), CUSTOMERS + "learner: {kind: ridge}\n", Set.of("ML")),
                new Animal("three_customers", customers(3, 2), CUSTOMERS, Set.of("DATA_TOO_SMALL", "NOT_ENOUGH_DATA")),
                new Animal("machines", machines(2000, 0.1, 3), MACHINES, Set.of("ML", "RULE", "NOT_ENOUGH_DATA")),
                new Animal(
                        "machines_that_hardly_fail",
                        machines(1000, 0.004, 4),
                        MACHINES,
                        Set.of("RULE", "NOT_ENOUGH_DATA")),
                new Animal("machines_that_never_fail", machines(400, 0, 5), MACHINES, Set.of("DESIGN_INVALID")),
                new Animal(
                        "three_classes",
                        machines(400, 0.3, 6),
                        MACHINES.replace("code > 0}", "code, task: classification}"),
                        Set.of("TARGET_EMPTY")));
    }

    private static List<String> customers(int count, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        lines.add("customer,months,calls,plan,left");
        for (int customer = 0; customer < count; customer++) {
            int plan = random.nextInt(3);
            double own = 0.4 * random.nextGaussian();
            int rows = 2 + random.nextInt(7);
            for (int i = 0; i < rows; i++) {
                int months = 1 + random.nextInt(60);
                int calls = random.nextInt(10);
                double logit = 0.6 * calls - 0.08 * months - plan + own;
                boolean left = random.nextDouble() < 1 / (1 + Math.exp(-logit));
                lines.add("c" + customer + "," + months + "," + calls + ",p" + plan + "," + (left ? "yes" : "no"));
            }
        }
        return lines;
    }

    /// Codes are 0, or 1 and 2 with this probability.
    private static List<String> machines(int count, double share, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        lines.add("heat,hours,code");
        for (int i = 0; i < count; i++) {
            double heat = Math.rint(60 + 15 * random.nextGaussian());
            double hours = Math.rint(1000 * random.nextDouble());
            boolean fails = random.nextDouble() < share * 2 * hours / 1000 * (heat > 70 ? 2 : 0.7);
            lines.add(heat + "," + hours + "," + (fails ? 1 + random.nextInt(2) : 0));
        }
        return lines;
    }
}
