package dev.hansom.jobs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// The pieces of a graph of ONNX: nodes, their attributes, tensors, and what goes in and out.
///
/// Source: `onnx.proto` of ONNX 1.23; the numbers are those of its fields.
final class OnnxNodes {
    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int DOUBLE = 11;

    private OnnxNodes() {}

    /// A node that calculates `output` of `inputs`; attributes are added to it.
    static Protobuf node(String operator, List<String> inputs, String output) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, output).text(3, output).text(4, operator);
    }

    static Protobuf whole(String name, long value) {
        return new Protobuf().text(1, name).whole(3, value).whole(20, 2);
    }

    static Protobuf text(String name, String value) {
        return new Protobuf().text(1, name).text(4, value).whole(20, 3);
    }

    static Protobuf tensor(String name, Protobuf value) {
        return new Protobuf().text(1, name).message(5, value).whole(20, 4);
    }

    static Protobuf floats(String name, List<Double> values) {
        Protobuf attribute = new Protobuf().text(1, name);
        values.forEach(value -> attribute.single(7, value.floatValue()));
        return attribute.whole(20, 6);
    }

    static Protobuf wholes(String name, List<Long> values) {
        Protobuf attribute = new Protobuf().text(1, name);
        values.forEach(value -> attribute.whole(8, value));
        return attribute.whole(20, 7);
    }

    static Protobuf texts(String name, List<String> values) {
        Protobuf attribute = new Protobuf().text(1, name);
        values.forEach(value -> attribute.text(9, value));
        return attribute.whole(20, 8);
    }

    /// A column of float64 numbers.
    static Protobuf doubles(String name, List<Double> values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(bytes::putDouble);
        return new Protobuf()
                .whole(1, values.size())
                .whole(2, DOUBLE)
                .text(8, name)
                .bytes(9, bytes.array());
    }

    /// One float32 number.
    static Protobuf scalar(String name, float value) {
        ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value);
        return new Protobuf().whole(2, FLOAT).text(8, name).bytes(9, bytes.array());
    }

    /// What goes in or out: any number of rows of `width` numbers each; where `width` is 0 of one number, without
    /// a second dimension.
    static Protobuf place(String name, int type, int width) {
        Protobuf shape = new Protobuf().message(1, new Protobuf().text(2, "N"));
        if (width > 0) {
            shape.message(1, new Protobuf().whole(1, width));
        }
        Protobuf tensor = new Protobuf().whole(1, type).message(2, shape);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }
}
