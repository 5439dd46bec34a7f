package dev.hansom.cli;

import dev.hansom.data.TableRows;
import dev.hansom.jobs.Machine;
import dev.hansom.project.ProjectReader;
import dev.hansom.project.Setting;
import java.util.Map;

/// What is in force for a project, and where each value comes from: the command line, the file, the environment, or
/// nobody. A secret is never shown.
final class EffectiveTable {
    private static final int LONGEST = 70;

    private EffectiveTable() {}

    static void print(Console console, ProjectOptions options, Machine machine) {
        TextTable table = new TextTable("key", "value", "from");
        boolean named = !options.project.toString().equals("hansom.yaml");
        table.row("--project", Show.path(options.project), named ? "command line" : "default");
        table.row("--home", Show.path(options.home()), options.home == null ? "default" : "command line");
        for (Setting setting : ProjectReader.settings(options.project, new TableRows(machine.temporary()))) {
            table.row(setting.path(), shown(setting.value()), from(setting, machine.environment()));
        }
        table.print(console);
    }

    private static String from(Setting setting, Map<String, String> environment) {
        return setting.source() instanceof Setting.Environment(String variable) && !environment.containsKey(variable)
                ? setting.source().text() + " (not set)"
                : setting.source().text();
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }
}
