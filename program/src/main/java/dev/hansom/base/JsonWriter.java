package dev.hansom.base;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/// Writes JSON: numbers in their shortest form that reads back the same, NaN and infinities as null.
///
/// Threads: safe for many.
final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private JsonWriter() {}

    static String compact(Json json) {
        return write(json, ObjectWriteContext.empty());
    }

    static String pretty(Json json) {
        PrettyPrinter printer =
                new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(LINES).withArrayIndenter(LINES);
        return write(json, new Indented(printer)) + "\n";
    }

    private static String write(Json json, ObjectWriteContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(context, text)) {
            write(json, generator);
        }
        return text.toString();
    }

    private static void write(Json json, JsonGenerator out) {
        switch (json) {
            case Json.Text(String value) -> out.writeString(value);
            case Json.Whole(long value) -> out.writeNumber(value);
            case Json.Real(double value) -> write(value, out);
            case Json.Bool(boolean value) -> out.writeBoolean(value);
            case Json.Null _ -> out.writeNull();
            case Json.Items list -> {
                out.writeStartArray();
                list.items().forEach(item -> write(item, out));
                out.writeEndArray();
            }
            case Json.Members object -> {
                out.writeStartObject();
                object.members().forEach((name, value) -> {
                    out.writeName(name);
                    write(value, out);
                });
                out.writeEndObject();
            }
        }
    }

    private static void write(double value, JsonGenerator out) {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }

    /// What Jackson asks for the look of a document.
    private static final class Indented extends ObjectWriteContext.Base {
        private final PrettyPrinter printer;

        Indented(PrettyPrinter printer) {
            this.printer = printer;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
