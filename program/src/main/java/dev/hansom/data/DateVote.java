package dev.hansom.data;

import dev.hansom.project.DateOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What comes first in the dates of a file, such as 04/05/2021: each column whose values are all such dates is a voice.
///
/// A number above 12 is no month. Where neither place has one, a place that is always 1 is the day, if the other one
/// changes: the first of each month.
final class DateVote {
    private static final Pattern DATE = Pattern.compile(TimeForms.DOUBTFUL);

    private final int[] most = new int[2];
    private final boolean[] changes = new boolean[2];
    private final int[] first = {-1, -1};

    private DateVote() {}

    /// What the columns of `rows` say; nothing where none says it, or two gainsay each other.
    static Optional<DateOrder> of(List<List<String>> rows) {
        return of(rows, rows.stream().mapToInt(List::size).max().orElse(0));
    }

    private static Optional<DateOrder> of(List<List<String>> rows, int width) {
        boolean days = false;
        boolean months = false;
        for (int column = 0; column < width; column++) {
            int place = column;
            Optional<DateOrder> said = of(receiver -> rows.forEach(row -> {
                String text = place < row.size() ? row.get(place).strip() : "";
                if (!text.isEmpty()) {
                    receiver.accept(text);
                }
            }));
            days |= said.filter(DateOrder.DAY_FIRST::equals).isPresent();
            months |= said.filter(DateOrder.MONTH_FIRST::equals).isPresent();
        }
        return days == months ? Optional.empty() : Optional.of(days ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
    }

    /// Whether all values of a column, and there are some, are dates that could be either.
    static boolean isDoubtful(List<List<String>> rows, int column) {
        boolean any = false;
        for (List<String> row : rows) {
            String text = column < row.size() ? row.get(column).strip() : "";
            if (!text.isEmpty() && !DATE.matcher(text).matches()) {
                return false;
            }
            any |= !text.isEmpty();
        }
        return any;
    }

    /// What the values of one column say.
    static Optional<DateOrder> of(Consumer<Consumer<String>> values) {
        DateVote vote = new DateVote();
        boolean[] all = {true};
        values.accept(text -> all[0] = all[0] && vote.add(text));
        return all[0] ? vote.said() : Optional.empty();
    }

    private boolean add(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return false;
        }
        for (int place = 0; place < 2; place++) {
            int number = Integer.parseInt(date.group(place + 1));
            most[place] = Math.max(most[place], number);
            changes[place] |= first[place] >= 0 && first[place] != number;
            first[place] = first[place] < 0 ? number : first[place];
        }
        return true;
    }

    private Optional<DateOrder> said() {
        if (most[0] > 12 || most[1] > 12) {
            return most[0] > 12 && most[1] > 12
                    ? Optional.empty()
                    : Optional.of(most[0] > 12 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
        }
        boolean firsts = most[0] == 1 && changes[1];
        return firsts || (most[1] == 1 && changes[0])
                ? Optional.of(firsts ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST)
                : Optional.empty();
    }
}
