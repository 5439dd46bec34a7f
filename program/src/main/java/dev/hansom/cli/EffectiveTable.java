package dev.hansom.cli;

import dev.hansom.data.TableRows;
import dev.hansom.jobs.Machine;
import dev.hansom.project.ProjectReader;
import dev.hansom.project.Setting;

/// What is in force for a project, and where each value comes from: the command line, the file, or nobody.
final class EffectiveTable {
    private static final int LONGEST = 70;

    private EffectiveTable() {}

    static void print(Console console, ProjectOptions options, Machine machine) {
        TextTable table = new TextTable("key", "value", "from");
        boolean named = !options.project.toString().equals("hansom.yaml");
        table.row("--project", Show.path(options.project), named ? "command line" : "default");
        table.row("--home", Show.path(options.home()), options.home == null ? "default" : "command line");
        for (Setting setting : ProjectReader.settings(options.project, new TableRows(machine.temporary()))) {
            table.row(setting.path(), shown(setting.value()), setting.source().text());
        }
        table.print(console);
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }
}
