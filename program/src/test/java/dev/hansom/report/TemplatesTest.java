package dev.hansom.report;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    @Test
    void templatesArePrecompiledAndEscape() {
        var engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, TemplatesTest.class.getClassLoader(), "dev.hansom.report.jte");
        var page = new StringOutput();
        engine.render("hello.jte", "<Ada>", page);
        assertThat(page.toString()).contains("Hello, &lt;Ada&gt;");
    }
}
