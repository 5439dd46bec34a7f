package dev.hansom.oip;

import dev.hansom.score.Type;
import java.util.Set;

/// The protocol's names of types: what a field asks for, and what is taken for it without loss.
///
/// Source: Open Inference Protocol v2, "Tensor Data Types".
final class Datatype {
    static final String FP64 = "FP64";
    static final String BYTES = "BYTES";

    private static final Set<String> WHOLE =
            Set.of("INT64", "INT32", "INT16", "INT8", "UINT64", "UINT32", "UINT16", "UINT8");
    private static final Set<String> REAL =
            Set.of(FP64, "FP32", "FP16", "INT32", "INT16", "INT8", "UINT32", "UINT16", "UINT8");

    private Datatype() {}

    /// What metadata say about a field.
    static String of(Type type) {
        return switch (type) {
            case INT64 -> "INT64";
            case DOUBLE -> FP64;
            case STRING, TIMESTAMP, DATE -> BYTES;
            case BOOLEAN -> "BOOL";
        };
    }

    /// Whether a tensor of `datatype` fits a field without loss.
    static boolean fits(Type type, String datatype) {
        return switch (type) {
            case INT64 -> WHOLE.contains(datatype);
            case DOUBLE -> REAL.contains(datatype);
            case STRING, TIMESTAMP, DATE -> datatype.equals(BYTES);
            case BOOLEAN -> datatype.equals("BOOL");
        };
    }
}
