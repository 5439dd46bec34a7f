package dev.hansom.score.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An array in numpy's own format, of numbers, texts, or records of numbers.
///
/// Errors: what is no such array is a [ModelFormatException]. Source: numpy 2.4, `numpy.lib.format`, versions 1 to 3.
final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
    private static final Pattern PLAIN = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern FIELD = Pattern.compile("\\(\\s*'([^']*)'\\s*,\\s*'([^']*)'\\s*\\)");

    /// A number or text at a place in each item.
    private record Field(String name, char kind, int size, ByteOrder order, int offset) {
        static Field of(String where, String name, String type, int offset) {
            Matcher matcher = Pattern.compile("([<>|=])([a-zA-Z])(\\d*)").matcher(type);
            if (!matcher.matches()) {
                throw new ModelFormatException(
                        where + ": items of type " + type + " are not supported (expected: " + "numbers or texts)");
            }
            char kind = matcher.group(2).charAt(0);
            int size = matcher.group(3).isEmpty() ? 1 : Integer.parseInt(matcher.group(3));
            ByteOrder order = matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return new Field(name, kind, kind == 'U' ? Math.multiplyExact(size, 4) : size, order, offset);
        }
    }

    private final String where;
    private final ByteBuffer data;
    private final List<Field> fields;
    private final int stride;
    private final int[] shape;
    private final boolean fortran;

    private Npy(String where, ByteBuffer data, List<Field> fields, int[] shape, boolean fortran) {
        this.where = where;
        this.data = data;
        this.fields = fields;
        this.stride = fields.stream().mapToInt(Field::size).reduce(0, Math::addExact);
        this.shape = shape;
        this.fortran = fortran;
        if (stride < 1 || (long) size() * stride > data.remaining()) {
            throw new ModelFormatException(
                    where + ": " + data.remaining() + " bytes (expected: " + size() + " items of " + stride + ")");
        }
    }

    /// The array in `bytes`; `name` is for messages.
    static Npy read(String name, byte[] bytes) {
        String where = "array " + name;
        if (bytes.length < 10 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ModelFormatException(where + ": other first bytes (expected: an array of numpy)");
        }
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        int version = buffer.get();
        buffer.get();
        int length = version == 1 ? buffer.getShort() & 0xffff : bytes.length < 12 ? -1 : buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new ModelFormatException(where + ": the header is cut off");
        }
        String header = new String(bytes, buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        try {
            return new Npy(where, buffer.slice(), fields(where, header), shape(where, header), isFortran(header));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new ModelFormatException(where + ": a header that makes no sense", e);
        }
    }

    /// How long each side is; empty for a single item.
    int[] shape() {
        return shape.clone();
    }

    /// How many items.
    int size() {
        int size = 1;
        for (int side : shape) {
            size = Math.multiplyExact(size, side);
        }
        return size;
    }

    /// The length of side `axis`; 1 where there is none.
    int side(int axis) {
        return axis < shape.length ? shape[axis] : 1;
    }

    boolean isText() {
        return fields.size() == 1 && (fields.get(0).kind == 'U' || fields.get(0).kind == 'S');
    }

    boolean isTruth() {
        return fields.size() == 1 && fields.get(0).kind == 'b';
    }

    boolean isWhole() {
        return fields.size() == 1 && (fields.get(0).kind == 'i' || fields.get(0).kind == 'u');
    }

    /// The numbers row by row; true is 1.
    double[] numbers() {
        if (fields.size() != 1) {
            throw new ModelFormatException(where + ": records (expected: numbers)");
        }
        return inRows(column(fields.get(0)));
    }

    /// The numbers of member `name` of the records.
    double[] numbers(String name) {
        return column(fields.stream()
                .filter(field -> field.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new ModelFormatException(where + ": no member " + name + " (expected: some of "
                        + fields.stream().map(Field::name).toList() + ")")));
    }

    /// Whether the records have a member `name`.
    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name.equals(name));
    }

    /// The texts of a flat array.
    String[] texts() {
        Field field = fields.get(0);
        String[] texts = new String[size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(field, i * stride);
        }
        return texts;
    }

    private String text(Field field, int at) {
        StringBuilder text = new StringBuilder();
        ByteBuffer ordered = data.duplicate().order(field.order);
        int unit = field.kind == 'U' ? 4 : 1;
        for (int i = 0; i < field.size; i += unit) {
            int point = unit == 4 ? ordered.getInt(at + i) : ordered.get(at + i) & 0xff;
            if (point != 0) {
                text.appendCodePoint(Character.isValidCodePoint(point) ? point : '?');
            }
        }
        return text.toString();
    }

    private double[] column(Field field) {
        double[] numbers = new double[size()];
        ByteBuffer ordered = data.duplicate().order(field.order);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(ordered, field, i * stride + field.offset);
        }
        return numbers;
    }

    private double number(ByteBuffer ordered, Field field, int at) {
        return switch (field.kind + "" + field.size) {
            case "f8" -> ordered.getDouble(at);
            case "f4" -> ordered.getFloat(at);
            case "i8", "u8" -> ordered.getLong(at);
            case "i4" -> ordered.getInt(at);
            case "u4" -> ordered.getInt(at) & 0xffff_ffffL;
            case "i2" -> ordered.getShort(at);
            case "u2" -> ordered.getShort(at) & 0xffff;
            case "i1" -> ordered.get(at);
            case "u1", "b1" -> ordered.get(at) & 0xff;
            default ->
                throw new ModelFormatException(where + ": items of type " + field.kind + field.size
                        + " are not supported (expected: numbers of 1 to 8 bytes)");
        };
    }

    private double[] inRows(double[] numbers) {
        if (!fortran || shape.length != 2) {
            if (fortran && shape.length > 2) {
                throw new ModelFormatException(
                        where + ": columns first in " + shape.length + " sides (expected: rows)");
            }
            return numbers;
        }
        double[] rows = new double[numbers.length];
        for (int i = 0; i < shape[0]; i++) {
            for (int j = 0; j < shape[1]; j++) {
                rows[i * shape[1] + j] = numbers[j * shape[0] + i];
            }
        }
        return rows;
    }

    private static List<Field> fields(String where, String header) {
        Matcher plain = PLAIN.matcher(header);
        if (plain.find()) {
            return List.of(Field.of(where, "", plain.group(1), 0));
        }
        List<Field> fields = new ArrayList<>();
        int offset = 0;
        Matcher matcher = FIELD.matcher(header);
        while (matcher.find()) {
            Field field = Field.of(where, matcher.group(1), matcher.group(2), offset);
            fields.add(field);
            offset = Math.addExact(offset, field.size);
        }
        if (fields.isEmpty()) {
            throw new ModelFormatException(where + ": no type of items (expected: an array of numpy)");
        }
        return fields;
    }

    private static int[] shape(String where, String header) {
        Matcher matcher = SHAPE.matcher(header);
        if (!matcher.find()) {
            throw new ModelFormatException(where + ": no shape (expected: an array of numpy)");
        }
        int[] shape = Arrays.stream(matcher.group(1).split(","))
                .map(String::strip)
                .filter(side -> !side.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        if (Arrays.stream(shape).anyMatch(side -> side < 0)) {
            throw new ModelFormatException(where + ": a shape below zero");
        }
        return shape;
    }

    private static boolean isFortran(String header) {
        Matcher matcher = ORDER.matcher(header);
        return matcher.find() && matcher.group(1).equals("True");
    }
}
