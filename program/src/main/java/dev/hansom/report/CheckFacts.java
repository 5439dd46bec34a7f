package dev.hansom.report;

import dev.hansom.base.Json;
import dev.hansom.base.JsonBuilder;
import dev.hansom.check.Finding;
import dev.hansom.check.Overview;
import dev.hansom.check.Overview.Column;
import dev.hansom.check.Overview.Delays;
import dev.hansom.check.Severity;
import dev.hansom.data.FileStyle;
import dev.hansom.project.Project;
import java.util.List;
import java.util.Map;

/// The facts of a check as JSON.
final class CheckFacts {
    private CheckFacts() {}

    static Json json(
            Project project, Map<String, Long> rows, List<Finding> findings, Overview overview, Origin origin) {
        boolean fits = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        JsonBuilder json = Json.object()
                .put("kind", "check")
                .put("project", Facts.project(project))
                .put("fits", fits)
                .put("rows", Facts.counts(rows))
                .put("findings", Json.array(findings, FindingFacts::json))
                .put("files", Json.array(overview.styles(), CheckFacts::style))
                .put("periods", Json.array(overview.periods(), CheckFacts::period))
                .put("fields", Json.array(overview.fields(), CheckFacts::field));
        overview.delays().ifPresent(delays -> json.put("delays", delays(delays)));
        return json.put("origin", OriginSection.json(origin)).build();
    }

    private static Json style(FileStyle style) {
        return Json.object()
                .put("written", style.text())
                .put("files", style.files())
                .build();
    }

    private static Json period(Overview.Rows period) {
        return Json.object()
                .put("period", period.period())
                .put("training", period.training())
                .put("rows", period.rows())
                .put("labelled", period.labelled())
                .build();
    }

    private static Json field(Column column) {
        return Json.object()
                .put("field", column.field().name())
                .put("type", column.field().type().text())
                .put("known", column.field().known().name())
                .put("used", column.used())
                .put("rows", column.rows())
                .put("missing", column.missing())
                .put("missingByPeriod", Json.array(column.missingByPeriod(), Json::of))
                .put("least", column.least())
                .put("middle", column.middle())
                .put("most", column.most())
                .put(
                        "levels",
                        Json.array(
                                column.levels(),
                                share -> Json.object()
                                        .put("level", share.level())
                                        .put("training", share.training())
                                        .put("later", share.later())
                                        .build()))
                .build();
    }

    private static Json delays(Delays delays) {
        return Json.object()
                .put("half", delays.half())
                .put("most", delays.most())
                .put("nearlyAll", delays.nearlyAll())
                .put("longest", delays.longest())
                .put("declared", delays.declared())
                .build();
    }
}
