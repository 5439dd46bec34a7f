package dev.hansom.jobs;

import dev.hansom.registry.Alias;
import dev.hansom.registry.ModelVersion;
import dev.hansom.serve.Deployment;
import java.util.List;
import java.util.Optional;

/// What the registry of a home wishes to be served: for each project the champion, the rule and the shadow.
///
/// Threads: safe for many.
public final class Wishes {
    private final Memory memory;

    public Wishes(Memory memory) {
        this.memory = memory;
    }

    /// The wishes now, read afresh.
    public List<Deployment> now() {
        return memory.versions().names().stream()
                .map(name -> new Deployment(
                        name, wanted(name, Alias.CHAMPION), wanted(name, Alias.RULE), wanted(name, Alias.SHADOW)))
                .toList();
    }

    private Optional<Deployment.Wanted> wanted(String name, String alias) {
        Optional<ModelVersion> version = memory.aliases().version(name, alias);
        return version.map(found -> new Deployment.Wanted(found.version(), found.sha256()));
    }
}
