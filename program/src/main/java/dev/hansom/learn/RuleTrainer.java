package dev.hansom.learn;

import dev.hansom.base.Progress;
import dev.hansom.project.LookupPlan;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.feature.Lookup;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Formula;
import java.util.List;
import java.util.Map;

/// The rule of a project with its lookups learned from the past. Candidate zero.
public final class RuleTrainer implements Trainer {
    private final Project project;
    private final Map<String, String> provenance;
    private final Parts parts;

    /// `provenance` goes into the file of what it makes.
    public RuleTrainer(Project project, Map<String, String> provenance) {
        this.project = project;
        this.provenance = Map.copyOf(provenance);
        this.parts = new Parts(project);
    }

    @Override
    public String makes() {
        return "rule";
    }

    @Override
    public Model fit(Columns rows, Progress progress) {
        String rule = project.rule().expression();
        List<LookupPlan> plans = Needed.by(project, List.of(rule));
        List<Lookup> lookups = new LookupFit(parts.rows(rows)).fit(plans, Parts.range(0, rows.size()));
        Vocabulary vocabulary = parts.answering(lookups);
        String formula = project.target().isClass()
                ? ClassRule.formula(rule, vocabulary.scope(rows.schema()), rows, parts.targets(rows))
                : rule;
        return new Model(parts.signature(), vocabulary, List.of(), new Formula(formula), new Provenance(provenance));
    }
}
