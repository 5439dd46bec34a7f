package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.data.FileShape;
import dev.hansom.data.Selected;
import dev.hansom.data.Wanted;
import dev.hansom.project.Field;
import dev.hansom.project.Project;
import dev.hansom.score.ForeignModel;
import dev.hansom.score.Model;
import dev.hansom.score.Schema;
import dev.hansom.score.Scorer;
import dev.hansom.score.expression.Nearest;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which column of a file a model reads as which of its inputs: by the column that the project names for its field;
/// else
/// by the names in the model; by position where the model has none. Other columns are ignored.
record InputMatch(boolean foreign, List<Selected> columns, List<String> notes) {
    /// Errors: `COLUMN_MISSING` for every input that has no column, together; `DATA_UNREADABLE` for columns of lists.
    static InputMatch of(NamedModel named, FileShape rows, Path file) {
        Scorer scorer = named.scorer();
        List<String> notes = new ArrayList<>();
        List<String> found = scorer instanceof ForeignModel foreign
                        && !foreign.named()
                        && !rows.columns().keySet().containsAll(foreign.schema().names())
                ? byPosition(scorer.schema(), List.copyOf(rows.columns().keySet()), file, notes)
                : byName(named, rows.columns().keySet(), file, notes);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Schema.Column as = scorer.schema().columns().get(i);
            wanted.add(new Wanted(as.name(), found.get(i), as.type()));
        }
        List<Problem> nested = rows.nested(wanted);
        if (!nested.isEmpty()) {
            throw new ProblemException(nested);
        }
        List<Selected> columns = wanted.stream()
                .map(one -> scorer instanceof Model model ? rows.declared(one, zone(model)) : rows.foreign(one))
                .toList();
        return new InputMatch(!(scorer instanceof Model), columns, notes);
    }

    private static ZoneId zone(Model model) {
        String zone = model.signature().zone();
        return zone.isBlank() ? ZoneOffset.UTC : ZoneId.of(zone);
    }

    private static List<String> byPosition(Schema schema, List<String> given, Path file, List<String> notes) {
        if (given.size() < schema.size()) {
            throw new ProblemException(Problem.of(ErrorCode.COLUMN_MISSING, file.toString(), "too few columns")
                    .value(String.valueOf(given.size()))
                    .expected(schema.size() + ", matched by position: the model names none"));
        }
        notes.add("columns are matched by position, for the model names none: "
                + shortly(given.subList(0, schema.size()))
                + (given.size() > schema.size()
                        ? "; ignored: " + shortly(given.subList(schema.size(), given.size()))
                        : ""));
        return given.subList(0, schema.size());
    }

    private static Map<String, String> columnsOf(Project project) {
        return project.fields().stream().collect(Collectors.toMap(Field::name, Field::column));
    }

    private static List<String> byName(NamedModel named, Set<String> given, Path file, List<String> notes) {
        Map<String, String> columnsOf =
                named.project().map(InputMatch::columnsOf).orElse(Map.of());
        String otherwise = named.scorer() instanceof Model && named.project().isEmpty()
                ? "--model VERSION reads the column that its project names"
                : "";
        List<String> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : named.scorer().schema().names()) {
            String declared = columnsOf.getOrDefault(name, name);
            String column =
                    given.contains(declared) ? declared : given.contains(name) ? name : spaced(name, given, notes);
            found.add(column);
            if (column.isEmpty()) {
                problems.add(missing(declared, given, file, otherwise));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return found;
    }

    /// The one column whose name differs in spaces only: some libraries write `_` for them. Empty where there is none.
    private static String spaced(String name, Set<String> given, List<String> notes) {
        List<String> alike = given.stream()
                .filter(column -> column.replaceAll("\\s", "_").equals(name))
                .toList();
        if (alike.size() != 1) {
            return "";
        }
        notes.add("column '" + alike.getFirst() + "' is read as " + name);
        return alike.getFirst();
    }

    private static Problem missing(String name, Set<String> given, Path file, String otherwise) {
        return Problem.of(ErrorCode.COLUMN_MISSING, file.toString(), "no column " + name + ", which the model reads")
                .expected("one of: " + shortly(given.stream().sorted().toList()))
                .next(Nearest.to(name, given)
                                .map(near -> "did you mean " + near + "? ")
                                .orElse("")
                        + otherwise);
    }

    private static String shortly(List<String> names) {
        String text = names.stream().limit(20).collect(Collectors.joining(", "));
        return names.size() > 20 ? text + " … (" + names.size() + ")" : text;
    }
}
