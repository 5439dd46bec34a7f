package dev.hansom.score.kernel;

import dev.hansom.score.expression.Scope;
import dev.hansom.score.feature.Feature;
import java.util.List;

/// The part of a model that turns features into a number.
public sealed interface Kernel permits Formula, NumberKernel {
    /// This kernel ready to answer rows: its expressions and `features` compiled in `scope`.
    ///
    /// Errors: what does not compile is an `ExpressionException`; another number of features than the
    /// kernel reads is an [IllegalArgumentException].
    BoundKernel bind(Scope scope, List<Feature> features);
}
