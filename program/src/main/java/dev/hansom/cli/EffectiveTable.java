package dev.hansom.cli;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.data.TableRows;
import dev.hansom.jobs.Machine;
import dev.hansom.project.ProjectReader;
import dev.hansom.project.Setting;
import java.util.ArrayList;
import java.util.List;

/// What is in force for a project, and where each value comes from: the command line, the environment, the file, or
/// nobody.
final class EffectiveTable {
    private static final int WIDTH = 70;
    private static final String COMMAND_LINE = "command line";
    private static final String NOBODY = "default";

    private final List<Line> lines = new ArrayList<>();

    /// One value; `place` is the line of the file that it stands in, `because` what it follows from; or nothing.
    private record Line(String key, String value, String source, String place, String because) {
        String from() {
            return place.isEmpty() ? because.isEmpty() ? source : source + ", " + because : place;
        }
    }

    EffectiveTable(ProjectOptions options, Machine machine) {
        boolean named = !options.project.toString().equals("hansom.yaml");
        add("--project", Show.path(options.project), named ? COMMAND_LINE : NOBODY);
        add("--home", Show.path(options.home()), options.home == null ? NOBODY : COMMAND_LINE);
        // A token is a secret, and options of Java may hold some.
        for (String name : List.of("HANSOM_TOKEN", "HANSOM_JAVA_OPTIONS")) {
            boolean set = !machine.environment().getOrDefault(name, "").isBlank();
            add(name, set ? "set, not shown" : "not set", set ? "environment" : NOBODY);
        }
        for (Setting setting : ProjectReader.settings(options.project, new TableRows(machine.temporary()))) {
            lines.add(
                    switch (setting.source()) {
                        case Setting.FromFile file ->
                            new Line(setting.path(), setting.value(), "file", file.text(), "");
                        case Setting.Default _ -> new Line(setting.path(), setting.value(), NOBODY, "", "");
                        case Setting.Derived(String from) ->
                            new Line(setting.path(), setting.value(), NOBODY, "", from);
                    });
        }
    }

    private void add(String key, String value, String source) {
        lines.add(new Line(key, value, source, "", ""));
    }

    /// A table for a person; what is long goes on in the next line.
    void print(Console console) {
        TextTable table = new TextTable("key", "value", "from");
        for (Line line : lines) {
            List<String> parts = wrapped(line.value());
            table.row(line.key(), parts.getFirst(), line.from());
            parts.stream().skip(1).forEach(part -> table.row("", part, ""));
        }
        table.print(console);
    }

    /// The same for machines, each value as it is.
    Json json() {
        return Json.object()
                .put("settings", Json.array(lines, EffectiveTable::json))
                .build();
    }

    private static Json json(Line line) {
        JsonBuilder json =
                Json.object().put("key", line.key()).put("value", line.value()).put("source", line.source());
        if (!line.place().isEmpty()) {
            json.put("place", line.place());
        }
        if (!line.because().isEmpty()) {
            json.put("because", line.because());
        }
        return json.build();
    }

    private static List<String> wrapped(String value) {
        List<String> parts = new ArrayList<>();
        String rest = value.replaceAll("\\s+", " ");
        while (rest.length() > WIDTH) {
            int blank = rest.lastIndexOf(' ', WIDTH);
            int end = blank > 0 ? blank : WIDTH;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }
}
