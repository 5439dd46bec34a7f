package dev.hansom.oip;

import dev.hansom.base.Json;
import java.util.List;

/// One input tensor as it came: name, shape, datatype, and the data flat.
record Tensor(String name, List<Long> shape, String datatype, List<Json> data) {
    /// How many rows the shape states: `[n]` or `[n, 1]`; -1 for any other shape.
    long rows() {
        boolean column = shape.size() == 1 || (shape.size() == 2 && shape.get(1) == 1);
        return column ? shape.getFirst() : -1;
    }
}
