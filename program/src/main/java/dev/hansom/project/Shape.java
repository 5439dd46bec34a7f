package dev.hansom.project;

import java.util.List;
import java.util.regex.Pattern;

/// What the value of a key looks like. The reader checks it, the schema and the reference page say it.
public sealed interface Shape {
    /// What fits, in words: `a number from 0 to 1`.
    String words();

    /// Any text that is not blank; `what` it is, in words.
    record Text(String what) implements Shape {
        @Override
        public String words() {
            return what;
        }
    }

    /// A text in one of the forms that `pattern` lists; `what` it is, in words.
    record Form(String what, Pattern pattern) implements Shape {
        @Override
        public String words() {
            return what;
        }
    }

    /// One of a closed list of words.
    record Choice(List<String> choices) implements Shape {
        @Override
        public String words() {
            return "one of " + String.join(", ", choices);
        }
    }

    /// A number within bounds, both included; the bound may be infinite.
    record Real(double least, double most) implements Shape {
        @Override
        public String words() {
            return "a number" + Shape.bounds(least, most);
        }
    }

    /// A whole number within bounds, both included.
    record Whole(long least, long most) implements Shape {
        @Override
        public String words() {
            return "a whole number"
                    + Shape.bounds(
                            least == Long.MIN_VALUE ? Double.NEGATIVE_INFINITY : least,
                            most == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : most);
        }
    }

    /// `true` or `false`.
    record Flag() implements Shape {
        @Override
        public String words() {
            return "true or false";
        }
    }

    /// A list of such values, at least `least` and at most `most` of them; a single value counts as a list of one.
    record Items(Shape item, int least, int most) implements Shape {
        /// At least one.
        Items(Shape item) {
            this(item, 1, Integer.MAX_VALUE);
        }

        @Override
        public String words() {
            return "a list, each " + item.words();
        }

        /// How many there are, in words: `at least 1`.
        String count() {
            return least == most ? "exactly " + least : "at least " + least;
        }
    }

    /// A list of lists of texts.
    record Lists(String what) implements Shape {
        @Override
        public String words() {
            return "a list of lists, each " + what;
        }
    }

    /// Keys of the list with their values.
    record Section() implements Shape {
        @Override
        public String words() {
            return "keys with values";
        }
    }

    /// Names that the project chooses, each with a value; `name` is what they look like.
    record Names(Form name) implements Shape {
        @Override
        public String words() {
            return "names, each " + name.words();
        }
    }

    /// A section, or a short value that stands for the one key of it.
    record Brief(Shape value, String key) implements Shape {
        @Override
        public String words() {
            return value.words() + " (short for `" + key + "`), or keys with values";
        }
    }

    private static String bounds(double least, double most) {
        if (least == Double.NEGATIVE_INFINITY) {
            return most == Double.POSITIVE_INFINITY ? "" : " up to " + number(most);
        }
        return " from " + number(least) + (most == Double.POSITIVE_INFINITY ? " on" : " to " + number(most));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
