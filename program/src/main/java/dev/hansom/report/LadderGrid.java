package dev.hansom.report;

import dev.hansom.evaluate.Evaluation;
import dev.hansom.evaluate.Metric;
import dev.hansom.report.Grid.Cell;
import dev.hansom.report.Grid.Head;
import dev.hansom.report.plot.Look;
import dev.hansom.report.plot.Numerals;
import java.util.ArrayList;
import java.util.List;

/// Scorers side by side: a row each, a column for each metric, the deciding one with the gain over the rule.
final class LadderGrid {
    private LadderGrid() {}

    /// The `evaluations` of one period; the order of scorers and metrics is theirs.
    static Grid of(List<Evaluation> evaluations, Metric deciding, String unit, int decimals) {
        List<Metric> metrics =
                evaluations.stream().map(Evaluation::metric).distinct().toList();
        List<Head> heads = new ArrayList<>();
        heads.add(Head.text("Scorer"));
        metrics.forEach(metric -> heads.add(Head.number(
                metric.risesWithQuality() ? Words.slug(metric) : Words.slug(metric) + ", " + metric.unit(unit))));
        heads.add(Head.number("Gain over the rule"));
        heads.add(Head.number("Rows"));
        List<List<Cell>> rows = evaluations.stream()
                .map(Evaluation::scorer)
                .distinct()
                .map(scorer -> row(evaluations, scorer, metrics, deciding, decimals))
                .toList();
        String period = evaluations.isEmpty()
                ? ""
                : ", " + evaluations.getFirst().period().replace("/", " to ");
        return new Grid("Constant, rule and model on the same rows" + period, heads, rows);
    }

    private static List<Cell> row(
            List<Evaluation> evaluations, String scorer, List<Metric> metrics, Metric deciding, int decimals) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(scorer, Look.of(scorer)));
        metrics.forEach(metric -> cells.add(Cell.of(Numerals.number(value(evaluations, scorer, metric), decimals))));
        double gain = value(evaluations, "rule", deciding) - value(evaluations, scorer, deciding);
        cells.add(Cell.of(scorer.equals("rule") ? "" : Numerals.signed(gain, decimals)));
        cells.add(Cell.of(Numerals.count(evaluations.stream()
                .filter(evaluation -> evaluation.scorer().equals(scorer))
                .mapToLong(Evaluation::rows)
                .max()
                .orElse(0))));
        return cells;
    }

    private static double value(List<Evaluation> evaluations, String scorer, Metric metric) {
        return evaluations.stream()
                .filter(evaluation -> evaluation.scorer().equals(scorer) && evaluation.metric() == metric)
                .mapToDouble(Evaluation::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
