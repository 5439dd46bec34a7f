package dev.hansom.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/// The numbers of a tensor as doubles.
final class Numbers {
    private Numbers() {}

    static long count(OnnxTensor tensor) {
        return tensor.getInfo().getNumElements();
    }

    static void copy(OnnxTensor tensor, double[] into) throws OrtException {
        switch (tensor.getInfo().type) {
            case FLOAT, FLOAT16, BFLOAT16 -> {
                FloatBuffer from = tensor.getFloatBuffer();
                for (int i = 0; i < into.length; i++) {
                    into[i] = from.get(i);
                }
            }
            case DOUBLE -> {
                DoubleBuffer from = tensor.getDoubleBuffer();
                from.get(0, into);
            }
            case INT64 -> {
                LongBuffer from = tensor.getLongBuffer();
                for (int i = 0; i < into.length; i++) {
                    into[i] = from.get(i);
                }
            }
            case INT32 -> {
                IntBuffer from = tensor.getIntBuffer();
                for (int i = 0; i < into.length; i++) {
                    into[i] = from.get(i);
                }
            }
            case INT16 -> {
                ShortBuffer from = tensor.getShortBuffer();
                for (int i = 0; i < into.length; i++) {
                    into[i] = from.get(i);
                }
            }
            case BOOL, INT8 -> {
                ByteBuffer from = tensor.getByteBuffer();
                for (int i = 0; i < into.length; i++) {
                    into[i] = from.get(i);
                }
            }
            case UINT8 -> {
                ByteBuffer from = tensor.getByteBuffer();
                for (int i = 0; i < into.length; i++) {
                    into[i] = from.get(i) & 0xff;
                }
            }
            default -> throw OnnxModel.refuse("an output of " + tensor.getInfo().type, "numbers or texts");
        }
    }
}
