package dev.hansom.check;

import dev.hansom.project.Field;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names that say that what they name is somebody's own: mails, telephones, names, dates of birth, documents.
public final class PrivateNames {
    private static final Pattern NAME =
            Pattern.compile("(.*_)?(e?mail|e_mail|phone|telephone|mobile|ssn|social_security|passport|iban|credit_card"
                    + "|card_number|first_?name|last_?name|sur_?name|full_?name|birth_?date|date_of_birth|dob"
                    + "|birthday|street|home_address|ip_address|licen[cs]e_plate|maiden_name)"
                    + "(_?(number|no|nr|address))?_?\\d*");
    private static final Pattern CAMEL = Pattern.compile("([a-z])([A-Z])");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PrivateNames() {}

    /// Whether the name of a field or of its column says so: `phone`, `customer_email`, `birthDate`, `Phone Number`.
    public static boolean has(Field field) {
        return has(field.name()) || has(field.column());
    }

    private static boolean has(String name) {
        String snake = BETWEEN.matcher(CAMEL.matcher(name.strip()).replaceAll("$1_$2"))
                .replaceAll("_")
                .toLowerCase(Locale.ROOT);
        return NAME.matcher(snake).matches();
    }
}
