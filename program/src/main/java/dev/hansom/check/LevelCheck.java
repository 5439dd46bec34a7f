package dev.hansom.check;

import dev.hansom.check.Levels.Level;
import dev.hansom.score.Columns;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Levels of a field that later periods have and the training periods have not, and the other way round.
final class LevelCheck implements Check {
    private static final double SOME = 0.005;
    private static final double MANY = 0.01;
    private static final double COMMON = 0.05;
    private static final long ROWS_A_LEVEL = 20;

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
        boolean closed = PrivateCheck.looksPrivate(survey, facts);
        long rows = 0;
        long before = 0;
        long fresh = 0;
        List<String> news = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
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
                fresh += level.in(split, periods);
                news.add(closed ? "not shown" : Say.name(level.name()));
                unknown.add(level.name());
            } else if (level.in(split, periods) == 0 && level.in(0, split) >= COMMON * before) {
                gone.add(closed ? "not shown" : Say.name(level.name()));
            }
        }
        Columns sampled = survey.sample.rows();
        Evidence evidence = survey.sample.evidence(
                fresh,
                rows,
                row -> survey.sample.period(row) >= split && unknown.contains(level(sampled, facts.column, row)));
        if (evidence.share() < SOME && (gone.isEmpty() || rows < ROWS_A_LEVEL / COMMON)) {
            return;
        }
        findings.add(new Finding(
                Kind.NEW_LEVELS,
                evidence.share() >= MANY || !gone.isEmpty() ? Severity.WARNING : Severity.NOTE,
                facts.field.name(),
                text(facts.field.name(), news, gone, evidence),
                evidence,
                "new levels are unknown to a model; was one renamed?"));
    }

    private static String text(String field, List<String> news, List<String> gone, Evidence evidence) {
        String fresh = Say.count(news.size(), "level") + " of " + field + " (" + Say.list(news) + ") "
                + (news.size() == 1 ? "is" : "are") + " new in later periods, in " + Say.share(evidence.share())
                + " of their rows";
        String old = "the common " + (gone.size() == 1 ? "level " : "levels ") + Say.list(gone) + " of " + field
                + (gone.size() == 1 ? " is" : " are") + " gone in later periods";
        return news.isEmpty() ? old : gone.isEmpty() ? fresh : fresh + "; " + old;
    }

    /// The value of a field with levels in a sampled row, as its level is called; empty where it is missing.
    private static String level(Columns rows, int column, int row) {
        if (rows.isNull(column, row)) {
            return "";
        }
        return rows.schema().type(column) == Type.STRING
                ? String.valueOf(rows.text(column, row))
                : String.valueOf(rows.integer(column, row));
    }
}
