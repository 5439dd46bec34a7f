package dev.hansom.data;

import dev.hansom.project.SplitPlan;
import java.util.ArrayList;
import java.util.List;

/// The periods there are, in order, parted into those that train, those that validate and those that are live traffic.
public record Periods(List<Period> training, List<Period> validation, List<Period> live) {
    public Periods {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        live = List.copyOf(live);
    }

    /// Parts `periods`, which are in order and enough.
    static Periods part(List<Period> periods, SplitPlan plan) {
        int live = periods.size() - count(plan.live(), periods.size());
        int validation = live - count(plan.validate(), periods.size());
        return new Periods(
                periods.subList(0, validation),
                periods.subList(validation, live),
                periods.subList(live, periods.size()));
    }

    /// How many periods it takes at least: one to train, and those held out of so many.
    static int needed(SplitPlan plan, int periods) {
        return 1 + count(plan.validate(), periods) + count(plan.live(), periods);
    }

    /// How many of `periods` are meant by a number of them, or by a share.
    static int count(double wanted, int periods) {
        return wanted == 0 || wanted >= 1 ? (int) wanted : Math.max(1, (int) Math.round(wanted * periods));
    }

    /// All periods before the live ones.
    public List<Period> past() {
        List<Period> past = new ArrayList<>(training);
        past.addAll(validation);
        return past;
    }

    /// All periods.
    public List<Period> all() {
        List<Period> all = past();
        all.addAll(live);
        return all;
    }

    /// The moment at which the live periods begin, or the past ends where there are none.
    public long liveStart() {
        return live.isEmpty()
                ? past().getLast().window().end()
                : live.getFirst().window().start();
    }
}
