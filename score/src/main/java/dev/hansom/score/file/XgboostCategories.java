package dev.hansom.score.file;

import dev.hansom.score.kernel.Levels;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The categories of the training table, which a booster carries since XGBoost 3.1: for each column none, or
/// texts (bytes of UTF-8 and where each begins), or numbers. A value that is none of them is refused by
/// XGBoost.
final class XgboostCategories {
    private final Source source;
    private final List<@Nullable Levels> columns = new ArrayList<>();
    private int @Nullable [] offsets;
    private double[] values = {};

    private XgboostCategories(Source source) {
        this.source = source;
    }

    static List<@Nullable Levels> read(Source source) {
        XgboostCategories categories = new XgboostCategories(source);
        source.object(name -> {
            if (name.equals("enc")) {
                source.list(categories::column);
            } else {
                source.skip();
            }
        });
        return categories.columns;
    }

    private void column() {
        offsets = null;
        values = new double[0];
        source.object(name -> {
            switch (name) {
                case "offsets" -> offsets = source.integers();
                case "values" -> values = source.doubles();
                case "type" -> source.skip();
                default -> throw XgboostReader.unknown("cats." + name);
            }
        });
        if (offsets != null && offsets.length > 1) {
            columns.add(Levels.texts(texts(offsets), true));
        } else {
            columns.add(values.length == 0 ? null : Levels.numbers(values, true));
        }
    }

    private List<String> texts(int[] starts) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) values[i];
        }
        if (starts[starts.length - 1] != bytes.length) {
            throw XgboostReader.refuse(
                    "a column whose categories end at byte " + starts[starts.length - 1] + " of " + bytes.length,
                    "the last; XGBoost 3.1 and 3.2 count letters beyond ASCII wrongly, 3.3 does not");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i + 1 < starts.length; i++) {
            if (starts[i] < 0 || starts[i + 1] < starts[i] || starts[i + 1] > bytes.length) {
                throw new ModelFormatException("XGBoost model: a category from byte " + starts[i] + " to "
                        + starts[i + 1] + " (expected: within the " + bytes.length + " there are)");
            }
            texts.add(text(ByteBuffer.wrap(bytes, starts[i], starts[i + 1] - starts[i])));
        }
        return texts;
    }

    private static String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException("XGBoost model: a category that is no text (expected: UTF-8)", e);
        }
    }
}
