package dev.hansom.check;

import dev.hansom.check.Levels.Level;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Levels of a field that later periods have and the training periods have not, and the other way round.
final class LevelCheck implements Check {
    private static final double SOME = 0.005;
    private static final double MANY = 0.01;
    private static final double COMMON = 0.05;
    private static final long ROWS_A_LEVEL = 20;
    private static final int MOST_SHOWN = 6;

    @Override
    public List<Finding> find(Survey survey) {
        List<Finding> findings = new ArrayList<>();
        int split =
                (int) survey.periods.stream().filter(period -> period.training).count();
        for (FieldFacts facts : survey.fields) {
            boolean parted = survey.project.split().group().equals(java.util.Optional.of(facts.field.name()));
            if (isCode(facts) && !parted) {
                find(survey, facts, split, findings);
            }
        }
        return findings;
    }

    /// Whether the values of a field are names of things, and not measures.
    static boolean isCode(FieldFacts facts) {
        Type type = facts.field.type();
        if ((type != Type.STRING && type != Type.INT64) || !facts.levels.areFew()) {
            return false;
        }
        return type == Type.STRING || facts.levels.size() * ROWS_A_LEVEL <= facts.present();
    }

    private static void find(Survey survey, FieldFacts facts, int split, List<Finding> findings) {
        int periods = survey.periods.size();
        long rows = 0;
        long before = 0;
        List<Level> news = new ArrayList<>();
        List<Level> gone = new ArrayList<>();
        List<Level> levels = facts.levels.all();
        for (Level level : levels) {
            before += level.in(0, split);
            rows += level.in(split, periods);
        }
        if (before == 0 || rows == 0) {
            return;
        }
        for (Level level : levels) {
            if (level.in(0, split) == 0) {
                news.add(level);
            } else if (level.in(split, periods) == 0 && level.in(0, split) >= COMMON * before) {
                gone.add(level);
            }
        }
        Evidence fresh = evidence(news, split, periods, rows);
        if (fresh.share() < SOME && (gone.isEmpty() || rows < ROWS_A_LEVEL / COMMON)) {
            return;
        }
        findings.add(new Finding(
                Kind.NEW_LEVELS,
                fresh.share() >= MANY || !gone.isEmpty() ? Severity.WARNING : Severity.NOTE,
                facts.field.name(),
                text(facts.field.name(), !PrivateCheck.looksPrivate(survey, facts), news, gone, fresh),
                news.isEmpty() ? evidence(gone, 0, split, before) : fresh,
                "new levels are unknown to a model; was one renamed?"));
    }

    /// How many of `rows` have one of `levels` in these periods, and the first that have one of the few most frequent.
    private static Evidence evidence(List<Level> levels, int from, int to, long rows) {
        long count = levels.stream().mapToLong(level -> level.in(from, to)).sum();
        List<Place> places = levels.stream()
                .limit(MOST_SHOWN)
                .flatMap(level -> level.places().stream())
                .sorted(Comparator.comparing(Place::file).thenComparingLong(Place::row))
                .limit(3)
                .toList();
        return new Evidence(count, rows, places);
    }

    private static String text(String field, boolean open, List<Level> news, List<Level> gone, Evidence evidence) {
        String fresh = Say.count(news.size(), "level") + " of " + field + (open ? " (" + names(news) + ")" : "")
                + (news.size() == 1 ? " is" : " are") + " new in later periods, in " + Say.share(evidence.share())
                + " of their rows";
        String old = (open
                        ? "the common " + (gone.size() == 1 ? "level " : "levels ") + names(gone)
                        : Say.count(gone.size(), "common level"))
                + " of " + field + (gone.size() == 1 ? " is" : " are") + " gone in later periods";
        return news.isEmpty() ? old : gone.isEmpty() ? fresh : fresh + "; " + old;
    }

    private static String names(List<Level> levels) {
        return Say.list(levels.stream().map(level -> Say.name(level.name())).toList());
    }
}
