package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.DataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The months there are, in order, parted into those that train, those that validate and those that are live traffic.
public record Months(List<Month> training, List<Month> validation, List<Month> live) {
    public Months {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        live = List.copyOf(live);
    }

    /// Parts `months`, which are in order. Errors: `DATA_TOO_SMALL` where no month is left to train on.
    static Months part(List<Month> months, DataSource source) {
        int needed = 1 + source.validate() + source.live();
        if (months.size() < needed) {
            throw new ProblemException(tooFew(months, source, needed));
        }
        int live = months.size() - source.live();
        int validation = live - source.validate();
        return new Months(
                months.subList(0, validation), months.subList(validation, live), months.subList(live, months.size()));
    }

    /// All months before the live ones.
    public List<Month> past() {
        List<Month> past = new ArrayList<>(training);
        past.addAll(validation);
        return past;
    }

    /// All months.
    public List<Month> all() {
        List<Month> all = past();
        all.addAll(live);
        return all;
    }

    private static Problem tooFew(List<Month> months, DataSource source, int needed) {
        String found = months.stream()
                .map(month -> month.period() + " ("
                        + month.files().stream().map(file -> file.file().name()).collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining(", "));
        return Problem.of(ErrorCode.DATA_TOO_SMALL, source.folder().toString(), "too few months of data")
                .value(months.size() + " found: " + found)
                .expected("at least " + needed + ": 1 to train, " + source.validate() + " to validate, " + source.live()
                        + " live")
                .next("add files of more months");
    }
}
