package dev.hansom.cli;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;

/// The whole numbers that an option takes, both ends included.
record Range(int least, int most) {
    static final Range PORT = new Range(0, 65_535);

    /// Refuses a number outside. Errors: USAGE with the option's name.
    void require(String option, int number) {
        if (number < least || number > most) {
            throw new ProblemException(Problem.of(ErrorCode.USAGE, option, "the number does not fit")
                    .value(String.valueOf(number))
                    .expected(most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most));
        }
    }

    static Range from(int least) {
        return new Range(least, Integer.MAX_VALUE);
    }
}
