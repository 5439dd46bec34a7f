package dev.hansom.score.file;

import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Formula;
import dev.hansom.score.kernel.Kernel;
import dev.hansom.score.kernel.Linear;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Logistic;
import dev.hansom.score.kernel.Tree;
import java.util.List;

/// The kernel in a model file; the package describes it.
final class KernelSection {
    private static final int FORMULA = 1;
    private static final int LINEAR = 2;
    private static final int FOREST = 3;
    private static final int WIDE_FOREST = 4;
    private static final int LOGISTIC = 7;

    private KernelSection() {}

    static void write(Kernel kernel, Output to) {
        if (kernel instanceof Formula formula) {
            to.u8(FORMULA);
            to.text(formula.expression());
        } else if (kernel instanceof Linear linear) {
            to.u8(LINEAR);
            write(linear, to);
        } else if (kernel instanceof Logistic logistic) {
            to.u8(LOGISTIC);
            write(logistic.linear(), to);
        } else if (kernel instanceof Forest forest) {
            boolean wide = ForestSection.needs(forest);
            to.u8(wide ? WIDE_FOREST : FOREST);
            if (wide) {
                ForestSection.write(forest, to);
            } else {
                write(forest, to);
            }
        }
    }

    static Kernel read(Input from) {
        int kind = from.u8();
        return switch (kind) {
            case FORMULA -> new Formula(from.text());
            case LINEAR -> linear(from);
            case FOREST -> forest(from);
            case WIDE_FOREST -> ForestSection.read(from);
            case LOGISTIC -> new Logistic(linear(from));
            default -> throw from.wrong("a kernel of kind " + kind, "1, 2, 3, 4 or 7; a newer Hansom may read it");
        };
    }

    private static void write(Linear linear, Output to) {
        double[] weights = linear.weights();
        double[] fill = linear.fill();
        to.f64(linear.intercept());
        to.i32(weights.length);
        for (int i = 0; i < weights.length; i++) {
            to.f64(weights[i]);
            to.f64(fill[i]);
        }
    }

    private static Linear linear(Input from) {
        double intercept = from.f64();
        double[] weights = new double[from.count(16)];
        double[] fill = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = from.f64();
            fill[i] = from.f64();
        }
        return new Linear(intercept, weights, fill);
    }

    private static void write(Forest forest, Output to) {
        to.i32(forest.width());
        to.f32(forest.base());
        to.text(forest.link().name());
        to.i32(forest.size());
        for (int i = 0; i < forest.size(); i++) {
            Tree tree = forest.tree(i);
            to.i32(tree.size());
            for (int node = 0; node < tree.size(); node++) {
                to.i32(tree.split(node));
                to.f32((float) tree.value(node));
            }
        }
    }

    private static Forest forest(Input from) {
        int width = from.i32();
        float base = from.f32();
        Link link = link(from);
        List<Tree> trees = from.list(12, () -> tree(from));
        return new Forest(width, base, link, trees);
    }

    private static Link link(Input from) {
        String name = from.text();
        for (Link link : Link.values()) {
            if (link.name().equals(name)) {
                return link;
            }
        }
        throw from.wrong("the link " + name, "one of " + List.of(Link.values()));
    }

    private static Tree tree(Input from) {
        int[] splits = new int[from.count(8)];
        float[] values = new float[splits.length];
        for (int i = 0; i < splits.length; i++) {
            splits[i] = from.i32();
            values[i] = from.f32();
        }
        return new Tree(splits, values);
    }
}
