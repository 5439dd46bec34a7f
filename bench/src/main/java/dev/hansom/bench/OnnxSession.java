package dev.hansom.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/// A forest in ONNX Runtime on one thread, asked as its Java documentation shows.
final class OnnxSession {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    OnnxSession(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model, options);
        }
    }

    /// The answers for `count` rows.
    float[][] answers(float[] rows, int count) throws OrtException {
        long[] shape = {count, rows.length / count};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(rows), shape);
                OrtSession.Result result = session.run(Map.of("x", tensor))) {
            return (float[][]) result.get(0).getValue();
        }
    }
}
