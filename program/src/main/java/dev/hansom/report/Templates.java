package dev.hansom.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The templates, compiled with the program, and the one style sheet.
///
/// Threads: safe for many.
final class Templates {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "dev.hansom.report.jte");
    private static final String STYLE = read("page.css");

    private Templates() {}

    static String render(Page page) {
        StringOutput out = new StringOutput(1 << 16);
        ENGINE.render("page.jte", page, out);
        return out.toString();
    }

    /// The style sheet that every page carries.
    static String style() {
        return STYLE;
    }

    private static String read(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
