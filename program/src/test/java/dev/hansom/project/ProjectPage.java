package dev.hansom.project;

import java.util.List;

/// The reference page of the project file, made from [Keys].
final class ProjectPage {
    private static final String HEAD = """
            # The project file

            One YAML file (`hansom.yaml`) states a prediction problem; nothing else configures a project. This page is made
            from the list that the reader reads by (`Keys` in `project`), and so is the [JSON Schema](hansom.schema.json) (draft-07) with
            which editors complete and check: a file that begins with `# yaml-language-server: $schema=hansom.schema.json` and
            has the schema beside it (`hansom init` writes both) is understood by most of them.

            A minimal file has a name, a target, files, fields and features. Everything else has a default, and
            `hansom check --effective` prints what is in force and where each value comes from.

            * YAML 1.2, UTF-8, at most 1 MiB. Plain values, lists and keys: no anchors or aliases, no tags of your own; no key twice.
            * Mistakes are told together, each with line and column, the value, what was expected, and the nearest name: those of
              keys and values first; once there are none, those of what is said by them (expressions, names, what is known when).
            * What a key gives is an [expression](expressions.md) where it says so. `*` stands for a name that you choose.
            * Nothing in it is a secret: no key takes a password or a token, and files on this machine need none. The
              token of a server comes from the environment (`HANSOM_TOKEN`).
            """;

    private ProjectPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## Every key\n");
        List<Key> top = Keys.of("");
        page.append("\n| key | is | without it | means |\n| --- | --- | --- | --- |\n");
        top.forEach(key -> row(page, key));
        for (Key key : top) {
            if (!below(key).isEmpty()) {
                page.append("\n### ").append(key.path()).append("\n\n").append(key.means());
                page.append("\n\n| key | is | without it | means |\n| --- | --- | --- | --- |\n");
                below(key).forEach(one -> row(page, one));
            }
        }
        return page.toString();
    }

    private static List<Key> below(Key section) {
        return Keys.all().stream()
                .filter(key -> key.path().startsWith(section.path() + "."))
                .toList();
    }

    private static void row(StringBuilder page, Key key) {
        String means = key.means()
                + (key.example().isEmpty() ? "" : " For example " + code(key.example()) + ".")
                + (key.refuses().isEmpty() ? "" : " Refused: " + key.refuses() + ".");
        page.append("| ")
                .append(code(key.path()))
                .append(" | ")
                .append(cell(key.shape().words()))
                .append(" | ")
                .append(without(key))
                .append(" | ")
                .append(cell(means))
                .append(" |\n");
    }

    private static String without(Key key) {
        return switch (key.need()) {
            case REQUIRED -> "**needed**";
            case DEFAULT -> code(key.otherwise());
            case DERIVED -> cell(key.otherwise());
            case OPTIONAL -> key.rival().isEmpty() ? "" : "one " + key.rival() + " is needed";
        };
    }

    private static String code(String text) {
        return "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
