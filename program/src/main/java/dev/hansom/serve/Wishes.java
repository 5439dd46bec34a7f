package dev.hansom.serve;

import dev.hansom.registry.Alias;
import dev.hansom.registry.Aliases;
import dev.hansom.registry.ModelVersions;
import dev.hansom.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The deployments that the registry wishes: every name of which an alias answers, or would.
///
/// Threads: safe for many threads.
public final class Wishes implements Supplier<List<Deployment>> {
    private final ModelVersions versions;
    private final Aliases aliases;

    public Wishes(Store store) {
        this.versions = new ModelVersions(store);
        this.aliases = new Aliases(store);
    }

    @Override
    public List<Deployment> get() {
        List<Deployment> wishes = new ArrayList<>();
        for (String name : versions.names()) {
            Deployment wish = new Deployment(
                    name, wanted(name, Alias.CHAMPION), wanted(name, Alias.RULE), wanted(name, Alias.SHADOW));
            if (wish.champion().or(wish::rule).isPresent()) {
                wishes.add(wish);
            }
        }
        return wishes;
    }

    private Optional<Deployment.Wanted> wanted(String name, String alias) {
        return aliases.version(name, alias).map(version -> new Deployment.Wanted(version.version(), version.sha256()));
    }
}
