package dev.hansom.report;

import dev.hansom.base.AtomicFile;
import dev.hansom.base.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A page ready to be read: what it is about, its headline, what stands first, its sections, and the same facts as
/// JSON.
///
/// Shape: one HTML file that needs nothing else, no script; its size follows the fields of the project, not its rows.
/// The same facts give the same bytes. Threads: immutable.
public record Page(
        String kind,
        String project,
        String question,
        String made,
        Headline headline,
        List<Piece> first,
        List<Section> sections,
        Json json) {
    private static final int MOST_EMBEDDED = 200_000;

    public Page {
        first = List.copyOf(first);
        sections = List.copyOf(sections);
    }

    /// The page as one file that is valid HTML and well-formed XML.
    public String html() {
        return Templates.render(this);
    }

    /// Writes `name.html` and `name.json` into `folder`, both or neither; answers where the page is.
    /// Errors: `FILE_UNUSABLE`.
    public Path write(Path folder, String name) {
        Path page = folder.resolve(name + ".html");
        Map<Path, AtomicFile.Content> both = new LinkedHashMap<>();
        both.put(folder.resolve(name + ".json"), utf8(json.pretty()));
        both.put(page, utf8(html()));
        AtomicFile.writeAll(both);
        return page;
    }

    private static AtomicFile.Content utf8(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The title of the window.
    public String title() {
        return kind + " of " + project + ": " + headline.word();
    }

    /// The style sheet.
    public String style() {
        return Templates.style();
    }

    /// The facts in a form that no reader of HTML or XML takes for markup; where they are many, that they are in the
    /// file beside the page.
    public String embedded() {
        String facts = json.text();
        return facts.length() <= MOST_EMBEDDED
                ? facts.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
                : Json.object()
                        .put("facts", "in the JSON file beside this page")
                        .text();
    }
}
