package dev.hansom.base;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What looks like personal data: by the name of a column, or by its texts. No value of such a column is shown, kept
/// in a card or written into a project file.
///
/// Threads: safe for many.
public final class PersonalData {
    private static final Pattern NAME = Pattern.compile("(.*_)?(e?mail|e_mail|phone|telephone|mobile|address|street|ip"
            + "|first_?name|last_?name|sur_?name|full_?name|maiden_name|birth_?date|date_of_birth|dob|birthday"
            + "|ssn|social_security|passport|iban|credit_?card|card_?number|licen[cs]e_plate)"
            + "(_?(address|no|nr|num|number))?(_?\\d+)?");
    private static final Pattern CAMEL = Pattern.compile("([a-z])([A-Z])");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[A-Za-z]{2,24}");
    private static final int LONGEST_MAIL = 256;
    /// From this share of mails on, the other texts of a column are most often other names of people.
    private static final double SOME = 0.1;

    private PersonalData() {}

    /// Whether the name of a column, in whatever spelling, says that it holds something about a person.
    public static boolean isNamed(String name) {
        String snake = NO_WORD.matcher(CAMEL.matcher(name).replaceAll("$1_$2"))
                .replaceAll("_")
                .toLowerCase(Locale.ROOT);
        return NAME.matcher(snake).matches();
    }

    /// Whether at least a tenth of the texts of `rows` rows that are there look like e-mail addresses.
    public static boolean hasMails(int rows, IntFunction<@Nullable String> text) {
        int seen = 0;
        int mails = 0;
        for (int row = 0; row < rows; row++) {
            String one = text.apply(row);
            if (one != null) {
                seen++;
                mails += isMail(one) ? 1 : 0;
            }
        }
        return mails > 0 && mails >= SOME * seen;
    }

    private static boolean isMail(String text) {
        return text.indexOf('@') > 0
                && text.length() < LONGEST_MAIL
                && MAIL.matcher(text.strip()).matches();
    }
}
