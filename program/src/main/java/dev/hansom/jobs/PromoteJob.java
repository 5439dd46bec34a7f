package dev.hansom.jobs;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.project.Project;
import dev.hansom.registry.Alias;
import dev.hansom.registry.GateResult;
import dev.hansom.registry.ModelVersion;
import dev.hansom.registry.VersionKind;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// Moves an alias. A model becomes champion only through the gate; a rule always may; a shadow answers nobody.
public final class PromoteJob {
    /// Which version (the newest model, or the newest rule, where none is named), to which alias, and why.
    public record Request(Path file, Path home, OptionalInt version, boolean toRule, String alias, String why) {}

    private static final List<String> ALIASES = List.of(Alias.CHAMPION, Alias.SHADOW, Alias.RULE);

    private final Desk desk;

    public PromoteJob(Desk desk) {
        this.desk = desk;
    }

    /// Where the alias points now, and what the gate said; it has not moved where the gate refused.
    public Outcome.Promoted run(Request request) {
        if (!ALIASES.contains(request.alias())) {
            throw new ProblemException(Problem.of(ErrorCode.USAGE, "--as", "no such alias")
                    .value(request.alias())
                    .expected("one of: " + String.join(", ", ALIASES)));
        }
        Project project = ProjectFile.read(desk, request.file());
        try (Memory memory = Memory.open(request.home(), desk.clock())) {
            ModelVersion version = wanted(memory, project, request);
            requireRule(request, version);
            boolean asked = request.alias().equals(Alias.CHAMPION) && version.kind() == VersionKind.MODEL;
            GateResult gate = asked ? gate(request, memory, version) : new GateResult(List.of());
            boolean moves = !asked || gate.passed();
            if (moves) {
                memory.aliases()
                        .set(
                                project.name(),
                                request.alias(),
                                version.version(),
                                desk.machine().user(),
                                request.why());
            }
            return new Outcome.Promoted(request.alias(), version, moves, gate);
        }
    }

    private GateResult gate(Request request, Memory memory, ModelVersion version) {
        try (Study study = Study.open(desk, request.file())) {
            return Attempt.of(memory, study.project(), "promote", attempt -> {
                attempt.opened(
                        study.project().name(), Study.names(study.periods().validation()), "promote");
                GateResult gate = new GateKeeper(study, memory).ask(version);
                memory.gates().record(study.project().name(), version.version(), gate);
                attempt.param("version", String.valueOf(version.version()));
                attempt.param("passed", String.valueOf(gate.passed()));
                return gate;
            });
        }
    }

    /// The fallback is a rule, always.
    private static void requireRule(Request request, ModelVersion version) {
        if (request.alias().equals(Alias.RULE) && version.kind() != VersionKind.RULE) {
            throw new ProblemException(
                    Problem.of(ErrorCode.USAGE, "--as rule", "version " + version.version() + " is no rule")
                            .expected("a version of kind rule")
                            .next("see hansom runs"));
        }
    }

    private static ModelVersion wanted(Memory memory, Project project, Request request) {
        if (request.version().isPresent()) {
            return memory.versions().get(project.name(), request.version().getAsInt());
        }
        VersionKind kind = request.toRule() ? VersionKind.RULE : VersionKind.MODEL;
        return memory.versions().list(project.name()).stream()
                .filter(version -> version.kind() == kind)
                .max(Comparator.comparingInt(ModelVersion::version))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ErrorCode.NOT_FOUND, project.name(), "no version of kind " + kind.slug())
                                .next("make one with hansom " + (request.toRule() ? "design" : "train"))));
    }
}
