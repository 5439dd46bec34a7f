package dev.hansom.draft;

import dev.hansom.data.FileStyle;
import dev.hansom.data.Room;
import dev.hansom.draft.Draft.DraftLookup;
import dev.hansom.draft.Draft.Named;
import dev.hansom.draft.DraftField.Role;
import dev.hansom.project.Learner;
import dev.hansom.project.ProjectSchema;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A draft as a commented project file.
public final class DraftPage {
    private static final int COMMENT = 58;
    private static final Pattern UNIT = Pattern.compile(
            "(?i)(?:^|_)(minutes?|mins?|seconds?|secs?|hours?|days?|weeks?|months?|years?|km|kilometers?|miles?|meters?|cm|mm|kg"
                    + "|usd|eur|gbp|dollars?|euros?|kwh|percent|celsius|mph)$");

    private final Draft draft;
    private final long heap;
    private final StringBuilder page = new StringBuilder();

    DraftPage(Draft draft, long heap) {
        this.draft = draft;
        this.heap = heap;
    }

    /// The file's text. `files` are names or globs from the project's folder, `command` is how it was asked for.
    public String text(String name, List<String> files, String command) {
        page.setLength(0);
        head(command);
        line("name: " + name, "");
        line(
                "question: " + YamlText.quoted("What will " + draft.target() + " be?"),
                "put it as the person would who asks");
        line("# owner: you@example.com", "who answers for this project");
        target();
        time();
        decide();
        data(files);
        fields();
        named("definitions", draft.definitions(), "Names for expressions.");
        lookups();
        rule();
        named("features", features(), "What a model learns from.");
        learner();
        return page.toString();
    }

    /// What a person should know first: the target, the time, what was left out, and what looks like a leak.
    public List<String> notes() {
        List<String> leaks = draft.fields(Role.OUTCOME).stream()
                .map(field -> field.name() + " (" + field.reason() + ")")
                .toList();
        return List.of(
                count(draft.survey().rows()) + " rows in " + draft.survey().files() + " file"
                        + (draft.survey().files() == 1 ? "" : "s") + ", "
                        + draft.survey().columns().size()
                        + " columns; " + draft.target() + " is " + kind(),
                draft.clock()
                        .map(clock ->
                                "time: " + YamlText.inComment(clock.column().name()) + ", parted by " + clock.each())
                        .orElse("no column says when a row was: rows are parted by a seeded order"),
                leaks.isEmpty()
                        ? "nothing looks like a leak"
                        : "known afterwards, or a leak: " + String.join("; ", some(leaks)),
                draft.fields(Role.LEFT_OUT).size() + " columns left out, "
                        + draft.fields(Role.ASKED).size() + " used; each with its reason in the file");
    }

    private static List<String> some(List<String> all) {
        return all.size() <= 8 ? all : List.of(String.join("; ", all.subList(0, 8)), (all.size() - 8) + " more");
    }

    private String kind() {
        return draft.aim().classes() ? "one class against the rest" : "a number";
    }

    private void head(String command) {
        page.append("# yaml-language-server: $schema=")
                .append(ProjectSchema.FILE)
                .append('\n');
        comment("A first draft, made by: " + command);
        List<FileStyle> styles = draft.survey().styles();
        comment(count(draft.survey().rows()) + " rows were read from "
                + draft.survey().files() + " file"
                + (draft.survey().files() == 1 ? "" : "s")
                + (styles.size() == 1 ? " (" + styles.getFirst().text() + ")" : "") + ", and "
                + count(draft.survey().sample().size()) + " of them looked at closely.");
        if (styles.size() > 1) {
            comment("They are not written alike; each is read as detected, unless data.csv says otherwise:");
            styles.forEach(style -> comment("- " + style.counted()));
        }
        comment(
                "Every guess has its reason behind it. Read it, mend it, then: hansom check, hansom design, hansom train.");
        comment(
                "`explains 12 % alone` is the share of the target's variance that the field's means take away on rows that");
        comment(
                "they were not learned from. What each key means: docs/project-file.md; in force: hansom check --effective.");
        page.append('\n');
    }

    private void target() {
        page.append('\n');
        line("target:", "");
        line("  name: " + draft.target(), "");
        line(
                "  expression: " + YamlText.quoted(draft.aim().over(draft.observed())),
                draft.aim().why());
        long missing = draft.aim().column().missing();
        if (missing > 0) {
            comment("  " + FieldRoles.share(missing, draft.survey().rows())
                    + " of the rows have no target; they teach nothing.");
        }
        if (draft.aim().classes()) {
            line("  task: classification", "the answer is how probable it is");
            if (!draft.aim().positive().isEmpty()) {
                line("  positive: " + YamlText.inQuotes(draft.aim().positive()), "the class; every other value is not");
            }
        } else {
            unit().ifPresentOrElse(
                            unit -> line("  unit: " + unit, "from its name"),
                            () -> line("  # unit: minutes", "in what it is counted"));
        }
        draft.knownAt().ifPresent(at -> line("  known_at: " + at.field(), "the truth of a past row was known then"));
    }

    private Optional<String> unit() {
        Matcher unit = UNIT.matcher(draft.target());
        return unit.find() ? Optional.of(unit.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private void time() {
        page.append('\n');
        if (draft.clock().isEmpty()) {
            comment(
                    "No column says when a row was (or too few days are in it). Without a time the rows are parted by a seeded");
            comment("order, and a report says what that cannot prove. Name one with: time: FIELD");
            for (String other : OtherTimes.doubtful(draft.survey())) {
                comment("The column " + YamlText.quoted(other)
                        + " looks like times written as 04/05/2021, and no row says whether the");
                comment(
                        "day or the month comes first. In a CSV file, say it by data.csv.dates: day-first or month-first,");
                comment("and declare the field as timestamp; elsewhere write the times as 2021-05-04.");
            }
            draft.group().ifPresent(group -> {
                line(
                        "split: {by: group, group: " + group.field() + "}",
                        "rows of one " + group.field() + " stay together: " + group.reason());
            });
            return;
        }
        Clock clock = draft.clock().get();
        line(
                "time: " + draft.fields(Role.TIME).getFirst().name(),
                clock.why() + "; " + clock.first() + " to " + clock.last());
        line(
                "time_zone: UTC",
                clock.column().moments()
                        ? "no guess: the times are moments, and read as the wall clock of this zone"
                        : "a guess, for the times carry no offset: the zone whose wall clock they show");
        draft.knownAt()
                .ifPresentOrElse(
                        at -> line("label_delay: " + delay(at.seconds()), "99 % of the truths were known by then"),
                        () -> line(
                                "# label_delay: 1d",
                                "how long after its time the truth of a row is known; at once without it"));
        draft.group().ifPresent(group -> {
            line(
                    "# split: {by: group, group: " + group.field() + "}",
                    "if later rows come from others than earlier ones: " + group.reason());
        });
    }

    private static String delay(long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        return duration.toHours() >= 48
                ? (duration.toDays() + 1) + "d"
                : duration.toMinutes() >= 120 ? (duration.toHours() + 1) + "h" : (duration.toMinutes() + 1) + "m";
    }

    private void decide() {
        page.append('\n');
        comment("A model must beat the rule by this much, or the rule is used.");
        line("decide:", "");
        Stake stake = draft.stake();
        line("  metric: " + stake.metric(), stake.means());
        line(
                "  margin: "
                        + BigDecimal.valueOf(stake.margin())
                                .stripTrailingZeros()
                                .toPlainString(),
                "");
        line("  reason: " + YamlText.quoted(stake.reason()), "");
    }

    private void learner() {
        if (draft.stake().median()) {
            page.append('\n');
            comment(
                    "The target is skewed. An answer is its median, by which the absolute error is least; without this, its mean.");
            line("learner: {parameters: {" + Learner.QUANTILE + ": 0.5}}", "");
        }
    }

    private void data(List<String> files) {
        page.append('\n');
        line("data:", "");
        line(
                "  files: " + list(files.stream().map(YamlText::inQuotes).toList()),
                draft.survey().styles().size() == 1
                        ? draft.survey().styles().getFirst().text()
                        : "written in " + draft.survey().styles().size() + " ways, see above");
        line("  # source: where the rows come from", "for the record");
        Room.share(draft.survey().rows(), columns(), heap)
                .ifPresent(share -> line(
                        "  sample: " + share,
                        "what is surely learned from in " + (heap >> 20)
                                + " MiB of memory; a larger share with more of it (HANSOM_JAVA_OPTIONS=-Xmx8g)"));
        draft.clock().ifPresent(clock -> {
            line("  each: " + clock.each(), clock.periods() + " of them in the sample");
            if (draft.survey().files() == 1 || !clock.each().equals("month")) {
                line("  period: row", "the row's own time says in which it is");
            }
            line("  validate: " + clock.validate(), "so many " + clock.each() + "s before the live ones validate");
            line("  live: " + clock.live(), "so many at the end are traffic, unread until replay");
        });
    }

    /// How many columns the rows have that are learned from.
    private int columns() {
        return draft.fields().size() - draft.fields(Role.LEFT_OUT).size() + 1;
    }

    private void fields() {
        page.append('\n');
        comment(
                "A field known later than `prediction` (known: outcome) cannot be read by an answer. `outcome` is also where");
        comment("everything stands that looks like a leak: if it is truly known beforehand, delete `known: outcome`.");
        line("fields:", "");
        for (Role role : List.of(Role.TIME, Role.TARGET, Role.GROUP, Role.ASKED, Role.OUTCOME)) {
            draft.fields(role).forEach(field -> line("  " + entry(field), reason(field)));
        }
        List<DraftField> left = draft.fields(Role.LEFT_OUT);
        List<Surveyed> unreadable = draft.survey().columns().stream()
                .filter(one -> !one.isReadable())
                .limit(200)
                .toList();
        if (!left.isEmpty() || !unreadable.isEmpty()) {
            comment("  Left out:");
        }
        left.forEach(field -> line("  # " + entry(field), field.reason()));
        unreadable.forEach(
                column -> comment("  column " + YamlText.inComment(column.name()) + ": " + column.unreadable()));
        int declared = draft.fields().size()
                + (int) draft.survey().columns().stream()
                        .filter(one -> !one.isReadable())
                        .count();
        if (declared < draft.survey().columns().size()) {
            comment("  " + count(draft.survey().columns().size() - declared)
                    + " more columns are left out: they say less of the target than those above.");
        }
    }

    private static String reason(DraftField field) {
        return switch (field.role()) {
            case TIME -> "the time of the row";
            case TARGET -> "the target, as past rows have it";
            case GROUP -> "for `split` only; " + field.reason();
            case ASKED, OUTCOME, LEFT_OUT -> field.reason();
        };
    }

    private static String entry(DraftField field) {
        boolean late = field.role() == Role.TARGET || field.role() == Role.OUTCOME;
        boolean renamed = !field.name().equals(field.column());
        if (!late && !renamed) {
            return field.name() + ": " + field.type().text();
        }
        return field.name() + ": {type: " + field.type().text()
                + (renamed ? ", column: " + YamlText.inQuotes(field.column()) : "") + (late ? ", known: outcome" : "")
                + "}";
    }

    private void lookups() {
        if (draft.lookups().isEmpty()) {
            return;
        }
        page.append('\n');
        comment("What is learned from past rows by keys, shrunk to coarser keys and at last to all rows.");
        line("lookups:", "");
        for (DraftLookup lookup : draft.lookups()) {
            line("  " + lookup.name() + ":", lookup.reason());
            line("    " + (lookup.median() ? "median: " : "mean: ") + draft.target(), "");
            line("    by: [" + lookup.by() + "]", "");
            if (!lookup.then().isEmpty()) {
                line("    then: [[" + String.join("], [", lookup.then()) + "]]", "");
            }
            line("    shrink: " + (int) Guess.SHRINK, "");
        }
    }

    private void rule() {
        page.append('\n');
        comment("Candidate zero: the baseline, the gate, the fallback and the yardstick.");
        draft.rule()
                .ifPresentOrElse(
                        rule -> {
                            line("rule:", "");
                            line("  expression: " + rule.expression(), "");
                            line("  reason: " + YamlText.quoted("what is usual for its " + rule.reason()), "");
                        },
                        () -> comment(
                                "No key tells the target 1 % better than a constant does; without `rule:` it is that constant."));
    }

    private List<Named> features() {
        return draft.features().isEmpty()
                ? List.of(new Named(
                        "nothing", "0", "no column is left to learn from; a model can only repeat the constant"))
                : draft.features();
    }

    private void named(String section, List<Named> all, String title) {
        if (all.isEmpty()) {
            return;
        }
        page.append('\n');
        comment(title);
        line(section + ":", "");
        all.forEach(one -> {
            String text = "  " + one.name() + ": " + YamlText.quoted(one.expression());
            if (text.length() > COMMENT && !one.reason().isEmpty()) {
                comment("  " + one.reason());
                line(text, "");
            } else {
                line(text, one.reason());
            }
        });
    }

    private void comment(String text) {
        int indent = text.length() - text.stripLeading().length();
        page.append(" ".repeat(indent))
                .append("# ")
                .append(YamlText.inComment(text.strip()))
                .append('\n');
    }

    private void line(String text, String comment) {
        page.append(text);
        if (!comment.isEmpty()) {
            page.append(" ".repeat(Math.max(2, COMMENT - text.length())))
                    .append("# ")
                    .append(YamlText.inComment(comment));
        }
        page.append('\n');
    }

    private static String list(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
