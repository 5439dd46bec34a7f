/// ONNX models behind the same `Scorer`, by ONNX Runtime.
@NullMarked
package dev.hansom.onnx;

import org.jspecify.annotations.NullMarked;
