package dev.hansom.report.plot;

/// A plot as facts; drawing it needs nothing else.
public sealed interface Plot permits BarPlot, ColumnPlot, IntervalPlot, LinePlot, SharesPlot {
    /// What it shows.
    Caption caption();

    /// The drawing; `id` begins the ids in it, which have to be alone on their page.
    String svg(String id);
}
