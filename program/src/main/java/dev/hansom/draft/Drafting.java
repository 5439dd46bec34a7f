package dev.hansom.draft;

import dev.hansom.draft.Draft.DraftLookup;
import dev.hansom.draft.Draft.Group;
import dev.hansom.draft.Draft.KnownAt;
import dev.hansom.draft.Draft.Named;
import dev.hansom.draft.DraftField.Role;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One draft being made: fields first, then the rule, then what a model may learn from.
///
/// Threads: for one thread.
final class Drafting {
    private static final int MOST_FIELDS = 1_500;
    private static final int MOST_LOOKUPS = 25;
    private static final int FEW_VALUES = 60;
    private static final long DAY = 86_400;
    private static final int TREND = 90;
    private static final Pattern GROUPS = Pattern.compile("(?i)(^|.*_)(customer|client|user|patient|person|account"
            + "|household|session|device|subject|member|group|family)(_?(id|no|nr|number|key))?");

    private final Survey survey;
    private final Aim aim;
    private final Optional<Clock> clock;
    private final Rows rows;
    private final Names names = new Names();
    private final Looks looks = new Looks();
    private final String target;
    private final String observed;
    private final List<DraftField> fields;
    private final KeySearch keys;
    private final List<DraftLookup> lookups = new ArrayList<>();
    private final List<Named> features = new ArrayList<>();

    Drafting(Survey survey, Aim aim, Optional<Clock> clock) {
        this.survey = survey;
        this.aim = aim;
        this.clock = clock;
        int time = clock.map(one -> survey.index(one.column().name())).orElse(-1);
        this.rows = Rows.of(survey, aim.truths(survey), time);
        this.target = names.of(aim.column().name(), 0);
        this.observed = names.free("observed_" + target);
        this.fields = limited(fields(time));
        this.keys = new KeySearch(rows, looks, names, aim.classes() || Stake.isHeaped(rows.truths()));
    }

    Draft draft() {
        Optional<Named> rule = rule();
        features();
        Optional<KnownAt> knownAt = knownAt();
        Optional<Group> group = group();
        List<DraftField> settled =
                fields.stream().map(field -> settled(field, knownAt, group)).toList();
        return new Draft(
                survey,
                aim,
                target,
                observed,
                clock,
                knownAt,
                group,
                settled,
                keys.definitions(),
                List.copyOf(lookups),
                rule,
                List.copyOf(features),
                Stake.of(aim.classes(), rows.truths(), keys));
    }

    private DraftField settled(DraftField field, Optional<KnownAt> knownAt, Optional<Group> group) {
        if (knownAt.filter(at -> at.field().equals(field.name())).isPresent()) {
            return new DraftField(field.name(), field.column(), Type.TIMESTAMP, field.role(), field.reason());
        }
        boolean groups = group.filter(one -> one.field().equals(field.name())).isPresent();
        return groups && clock.isEmpty() && field.role() == Role.LEFT_OUT
                ? new DraftField(field.name(), field.column(), field.type(), Role.GROUP, field.reason())
                : field;
    }

    private List<DraftField> fields(int time) {
        List<Look> all = survey.readable().stream()
                .filter(column -> !column.name().equals(aim.column().name()))
                .map(column -> Look.of(column, survey, rows, time))
                .toList();
        FieldRoles roles = new FieldRoles(survey, aim, rows, all);
        List<DraftField> found = new ArrayList<>();
        found.add(new DraftField(observed, aim.column().name(), aim.column().type(), Role.TARGET, aim.why()));
        for (Look look : all) {
            String name = names.of(look.column().name(), look.index() + 1);
            looks.put(name, look);
            found.add(
                    look.index() == time
                            ? new DraftField(
                                    name,
                                    look.column().name(),
                                    Type.TIMESTAMP,
                                    Role.TIME,
                                    clock.orElseThrow().why())
                            : roles.of(look, name));
        }
        return found;
    }

    /// A table of very many columns keeps those that say most.
    private List<DraftField> limited(List<DraftField> found) {
        if (found.size() <= MOST_FIELDS) {
            return found;
        }
        Set<String> kept = new HashSet<>(found.stream()
                .filter(field -> field.role() == Role.ASKED)
                .sorted(looks::order)
                .limit(MOST_FIELDS)
                .map(DraftField::name)
                .toList());
        return found.stream()
                .filter(field ->
                        field.role() == Role.TIME || field.role() == Role.TARGET || kept.contains(field.name()))
                .toList();
    }

    private List<DraftField> asked() {
        return fields.stream().filter(field -> field.role() == Role.ASKED).toList();
    }

    private Optional<DraftField> time() {
        return fields.stream().filter(field -> field.role() == Role.TIME).findFirst();
    }

    private Optional<Named> rule() {
        Optional<KeySearch.Best> best =
                keys.best(asked(), time(), clock.filter(Clock::hours).isPresent());
        return best.map(found -> {
            String name = names.free("usual_" + target);
            lookups.add(new DraftLookup(name, keys.median(), found.by(), found.then(), found.reason()));
            return new Named(name, name, found.words());
        });
    }

    private void features() {
        lookups.forEach(lookup -> features.add(new Named(lookup.name(), lookup.name(), "the rule's own answer")));
        time().ifPresent(this::timeParts);
        Set<String> texts = new HashSet<>(asked().stream()
                .filter(this::wantsLookup)
                .sorted(looks::order)
                .limit(MOST_LOOKUPS)
                .map(DraftField::name)
                .toList());
        for (DraftField field : asked()) {
            switch (field.type()) {
                case DOUBLE, INT64, BOOLEAN -> features.add(new Named(field.name(), field.name(), ""));
                case TIMESTAMP, DATE -> features.add(days(field));
                case STRING -> {}
            }
            if (texts.contains(field.name())) {
                String name = names.free(field.name() + "_" + target);
                lookups.add(
                        new DraftLookup(name, false, field.name(), List.of(), "what is usual for its " + field.name()));
                features.add(new Named(name, name, ""));
            }
        }
    }

    /// Texts, and whole numbers that are rather names than amounts.
    private boolean wantsLookup(DraftField field) {
        Look look = looks.of(field);
        return field.type() == Type.STRING
                || (field.type() == Type.INT64
                        && look.distinct() > 2
                        && look.rowsEach() >= 20
                        && (look.isNamedIdentifier() || (look.distinct() > 8 && look.distinct() <= FEW_VALUES)));
    }

    private void timeParts(DraftField time) {
        Clock found = clock.orElseThrow();
        if (found.hours()) {
            features.add(new Named(
                    names.free(time.name() + "_hour"),
                    "hour(" + time.name() + ") + minute(" + time.name() + ") / 60",
                    "the time of day"));
        }
        features.add(new Named(names.free(time.name() + "_weekday"), "dayofweek(" + time.name() + ")", "0 is Sunday"));
        if (found.first().plusDays(TREND).isBefore(found.last())) {
            features.add(new Named(
                    names.free(time.name() + "_trend"),
                    "epoch(" + time.name() + ") / " + DAY,
                    "as days, for what grows or falls over the months"));
        }
        if (found.first().plusYears(1).isBefore(found.last())) {
            features.add(new Named(
                    names.free(time.name() + "_season"), "dayofyear(" + time.name() + ")", "the day of the year"));
        }
    }

    private Named days(DraftField field) {
        String name = names.free(field.name() + "_days");
        return time().map(time -> new Named(
                        name,
                        "(epoch(" + time.name() + ") - epoch(" + field.name() + ")) / " + DAY,
                        "how many days before the row"))
                .orElseGet(() -> new Named(name, "epoch(" + field.name() + ") / " + DAY, "as days"));
    }

    /// The time after the row's own from which the target follows, or that is named like an end.
    private Optional<KnownAt> knownAt() {
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        int own = survey.index(clock.get().column().name());
        return fields.stream()
                .filter(field -> field.role() == Role.OUTCOME)
                .filter(field -> looks.of(field).isTime())
                .filter(field -> looks.of(field).column().missing() <= 0.05 * survey.rows())
                .max(Comparator.comparingDouble(field -> looks.of(field).score()))
                .map(field ->
                        new KnownAt(field.name(), seconds(own, looks.of(field).index())));
    }

    private long seconds(int from, int to) {
        double[] delays = java.util.stream.IntStream.range(0, rows.size())
                .filter(row -> !rows.columns().isNull(to, row))
                .mapToDouble(
                        row -> (Look.micros(rows.columns(), to, row) - Look.micros(rows.columns(), from, row)) / 1e6)
                .sorted()
                .toArray();
        return delays.length == 0 ? 0 : (long) Math.max(0, delays[(int) (0.99 * (delays.length - 1))]);
    }

    private Optional<Group> group() {
        return fields.stream()
                .filter(field -> GROUPS.matcher(field.column()).matches())
                .filter(field -> field.type() == Type.INT64 || field.type() == Type.STRING)
                .filter(field ->
                        looks.of(field).rowsEach() >= 1.5 && looks.of(field).distinct() >= 10)
                .findFirst()
                .map(field -> new Group(
                        field.name(), FieldRoles.decimal(looks.of(field).rowsEach()) + " rows each"));
    }
}
