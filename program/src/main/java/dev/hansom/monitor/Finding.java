package dev.hansom.monitor;

import dev.hansom.data.Window;
import java.util.Optional;

/// Something that a person should know.
///
/// `about` is the field, or `target`'s name, `prediction`, `model`, `log` and the like; `window` is empty where all of
/// the traffic is
/// meant; `size` passed `limit` (both in the unit of the statistic); `p` is the probability to see at least this if the
/// true size were no more than the limit (NaN where it was counted, not estimated). `text` is a sentence.
public record Finding(
        Status status,
        String about,
        Statistic statistic,
        Optional<Window> window,
        double size,
        double limit,
        double p,
        String text) {
    Finding saying(String text) {
        return new Finding(status, about, statistic, window, size, limit, p, text);
    }
}
