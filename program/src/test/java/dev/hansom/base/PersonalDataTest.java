package dev.hansom.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalDataTest {
    @Test
    void aNameSaysItInEverySpelling() {
        assertThat(List.of(
                        "email",
                        "E-Mail",
                        "customerEmail",
                        "email_address",
                        "Phone Number",
                        "phone2",
                        "mobile",
                        "dob",
                        "DateOfBirth",
                        "rider_birth_date",
                        "First name",
                        "lastname",
                        "home_address",
                        "client_ip",
                        "credit_card_number",
                        "licence_plate"))
                .allMatch(PersonalData::isNamed);
        assertThat(List.of(
                        "zone",
                        "miles",
                        "trip",
                        "ship",
                        "mailbox",
                        "addressed",
                        "streets_crossed",
                        "surge",
                        "phoned",
                        "zip"))
                .noneMatch(PersonalData::isNamed);
    }

    @Test
    void aTenthOfMailsAmongTheTextsThatAreThereIsEnough() {
        assertThat(PersonalData.hasMails(40, row -> row % 4 != 0 ? null : row == 8 ? "a.b@example.org" : "anna"))
                .isTrue();
        assertThat(PersonalData.hasMails(100, row -> row < 9 ? "a.b@example.org" : "anna"))
                .isFalse();
        assertThat(PersonalData.hasMails(10, row -> "3 @ 2.50")).isFalse();
        assertThat(PersonalData.hasMails(10, row -> null)).isFalse();
    }
}
