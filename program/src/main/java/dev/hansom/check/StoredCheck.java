package dev.hansom.check;

import dev.hansom.data.FileShape;
import dev.hansom.data.Format;
import dev.hansom.data.Period;
import dev.hansom.project.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How the files store what the project declares: types that change, columns that nobody reads, values without a
/// reading.
final class StoredCheck implements Check {
    @Override
    public List<Finding> find(Survey survey) {
        List<FileShape> shapes = survey.all.all().stream()
                .map(Period::files)
                .flatMap(List::stream)
                .toList();
        List<Finding> findings = new ArrayList<>();
        lossy(survey, findings);
        for (Field field : survey.project.fields()) {
            types(field, shapes, findings);
        }
        extra(survey, shapes, findings);
        repeated(survey, shapes, findings);
        linked(survey, shapes, findings);
        return findings;
    }

    private static void linked(Survey survey, List<FileShape> shapes, List<Finding> findings) {
        List<String> links = shapes.stream()
                .map(FileShape::file)
                .distinct()
                .flatMap(file -> file.outside(survey.project.data().folder()).stream()
                        .map(place -> file.name() + " to " + place))
                .toList();
        if (!links.isEmpty()) {
            findings.add(new Finding(
                    Kind.LINKED_OUTSIDE,
                    Severity.NOTE,
                    "",
                    Say.count(links.size(), "file") + (links.size() == 1 ? " is a link" : " are links")
                            + " out of the project's folder: " + Say.list(links),
                    Evidence.NONE,
                    "name the place itself in data.files, so that nobody takes the folder for whole"));
        }
    }

    private static void lossy(Survey survey, List<Finding> findings) {
        survey.accounting().lossy().forEach((field, count) -> {
            Examples examples = survey.losses.getOrDefault(field, new Examples());
            Evidence evidence = new Evidence(
                    count, survey.rows(), examples.of(survey.rows()).examples());
            findings.add(new Finding(
                    Kind.LOSSY,
                    evidence.share() >= 0.5 ? Severity.ERROR : Severity.WARNING,
                    field,
                    Say.count(count, "value") + " of " + field + " could not be read whole as the declared type",
                    evidence,
                    "see the type of the field in the project file"));
        });
    }

    private static void repeated(Survey survey, List<FileShape> shapes, List<Finding> findings) {
        Map<String, List<String>> files = new TreeMap<>();
        for (FileShape shape : shapes) {
            shape.repeated()
                    .forEach(name -> files.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(shape.file().name()));
        }
        files.forEach((name, where) -> findings.add(new Finding(
                Kind.COLUMN_TWICE,
                survey.project.fields().stream()
                                .anyMatch(field -> field.column().equalsIgnoreCase(name))
                        ? Severity.WARNING
                        : Severity.NOTE,
                Say.name(name),
                where.getFirst() + (where.size() > 1 ? " and " + (where.size() - 1) + " more have" : " has")
                        + " two columns named " + Say.name(name) + ", upper and lower case taken as one",
                Evidence.NONE,
                "see which of them a field reads; the second one of the very same name is read as " + Say.name(name)
                        + "_1")));
    }

    private static void types(Field field, List<FileShape> shapes, List<Finding> findings) {
        Map<String, List<String>> files = new TreeMap<>();
        for (FileShape shape : shapes) {
            boolean typed = shape.file().format() == Format.PARQUET
                    && !shape.file().partitions().containsKey(field.column());
            String type = shape.columns().get(field.column());
            if (typed && type != null) {
                files.computeIfAbsent(type, key -> new ArrayList<>())
                        .add(shape.file().name());
            }
        }
        if (files.size() > 1) {
            String text = files.entrySet().stream()
                    .map(entry -> entry.getKey() + " in " + entry.getValue().getFirst()
                            + (entry.getValue().size() > 1
                                    ? " and " + (entry.getValue().size() - 1) + " more"
                                    : ""))
                    .collect(Collectors.joining(", "));
            findings.add(new Finding(
                    Kind.TYPE_CHANGES,
                    Severity.NOTE,
                    field.name(),
                    Say.name(field.column()) + " is stored as " + text,
                    Evidence.NONE,
                    "every file is read as " + field.type().text() + "; ask the sender whether the change was meant"));
        }
    }

    private static void extra(Survey survey, List<FileShape> shapes, List<Finding> findings) {
        Set<String> extra = new LinkedHashSet<>();
        shapes.forEach(shape -> extra.addAll(shape.columns().keySet()));
        survey.project.fields().forEach(field -> extra.remove(field.column()));
        if (!extra.isEmpty()) {
            findings.add(new Finding(
                    Kind.EXTRA_COLUMNS,
                    Severity.NOTE,
                    "",
                    Say.count(extra.size(), "column") + (extra.size() == 1 ? " is" : " are") + " read by no field: "
                            + Say.list(extra.stream().sorted().map(Say::name).toList()),
                    Evidence.NONE,
                    "declare a field for what a model could use"));
        }
    }
}
