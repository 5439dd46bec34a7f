package dev.hansom.serve;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Model;
import dev.hansom.score.Signature;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what answers in step with what is wished: loads and warms versions beside those that answer, and publishes
/// them by one write. A version that is no longer wanted is freed when its last request ends.
///
/// Looks every second for moved aliases and changed files; a file that changed is hashed again.
/// Threads: one watching thread writes; any thread reads.
public final class Deployments implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Deployments.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<List<Deployment>> wishes;
    private final ModelLoader loader;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Map<String, Answering> current = Map.of();
    private volatile boolean looked;
    private volatile boolean draining;
    private @Nullable Thread watcher;

    /// What `wishes` says, with the files that `files` names.
    public Deployments(Supplier<List<Deployment>> wishes, Function<Deployment.Wanted, Path> files) {
        this.wishes = wishes;
        this.loader = new ModelLoader(files);
    }

    /// Loads and warms everything, then keeps watching until closed.
    public Deployments start() {
        look();
        watcher = Thread.ofPlatform().name("deployments").daemon().start(this::watch);
        return this;
    }

    /// One look: takes over what changed.
    public synchronized void look() {
        Map<String, Answering> before = current;
        Map<String, Answering> next = new TreeMap<>();
        for (Deployment wish : wishes.get()) {
            Answering old = before.get(wish.project());
            Answering fresh = answering(wish, old);
            next.put(wish.project(), fresh.equals(old) ? old : fresh);
            tell(fresh, old);
        }
        if (!next.equals(before)) {
            current = Map.copyOf(next);
        }
        looked = true;
    }

    /// How `project` is answered now. Errors: `NOT_FOUND` for a project that is not deployed.
    public Answering find(String project) {
        Answering answering = current.get(project);
        if (answering == null) {
            throw new ProblemException(Problem.of(ErrorCode.NOT_FOUND, "models", "no model of this name is deployed")
                    .next("GET /v2 tells which there are"));
        }
        return answering;
    }

    /// Everything that is answered now, by name.
    public List<Answering> all() {
        return current.values().stream()
                .sorted((a, b) -> a.project().compareTo(b.project()))
                .toList();
    }

    /// Whether all that is wished was loaded and warmed, everything can be answered, and no stop has begun.
    public boolean ready() {
        return looked && !draining && current.values().stream().allMatch(Answering::canAnswer);
    }

    /// What is wrong, in words; broken models are answered by their rules meanwhile.
    public List<String> problems() {
        return all().stream()
                .flatMap(answering -> answering.problems().stream())
                .toList();
    }

    /// From now on not ready, so that no new traffic is sent here; what is here is still answered.
    public void drain() {
        draining = true;
    }

    /// Stops watching.
    @Override
    public void close() {
        drain();
        stopped.countDown();
        Thread watching = watcher;
        if (watching != null) {
            try {
                watching.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static ProblemException nothingAnswers(Answering by) {
        List<Problem> problems = new ArrayList<>();
        problems.add(Problem.of(ErrorCode.NOTHING_ANSWERS, by.project(), "neither the champion nor the rule can answer")
                .next("restore the files or promote a version; GET /v2/models/" + by.project() + "/ready tells more"));
        return new ProblemException(problems);
    }

    private void watch() {
        try {
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOGGER.warn("the registry could not be read, what answers stays as it is: {}", e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answering answering(Deployment wish, @Nullable Answering old) {
        Slot empty = new Slot.Empty();
        Slot rule = loader.load(wish.rule(), old == null ? empty : old.rule());
        Slot champion = wish.champion().equals(wish.rule())
                ? rule
                : loader.load(wish.champion(), old == null ? empty : old.champion());
        Slot shadow = loader.load(wish.shadow(), old == null ? empty : old.shadow());
        return new Answering(wish, champion, rule, shadow, signature(champion, rule, old));
    }

    /// The champion's; while its file is broken the one that callers know already; else the rule's.
    private static Optional<Signature> signature(Slot champion, Slot rule, @Nullable Answering old) {
        if (champion instanceof Slot.Ready ready) {
            return Optional.of(ready.model()).map(Model::signature);
        }
        if (old != null && old.signature().isPresent()) {
            return old.signature();
        }
        return rule instanceof Slot.Ready ready ? Optional.of(ready.model()).map(Model::signature) : Optional.empty();
    }

    private static void tell(Answering fresh, @Nullable Answering old) {
        if (fresh.equals(old)) {
            return;
        }
        LOGGER.info("{}: version {} answers, rule {}", fresh.project(), fresh.version(), fresh.ruleVersion());
        fresh.problems().forEach(LOGGER::warn);
    }
}
