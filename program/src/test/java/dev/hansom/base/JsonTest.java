package dev.hansom.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        Json json = Json.object()
                .put("text", "ä\"\n\u0000😀")
                .put("whole", Long.MIN_VALUE)
                .put("real", 0.1)
                .put("one", 1.0)
                .put("yes", true)
                .put("nothing", (String) null)
                .put("list", Json.array(Json.of(1), Json.texts(List.of("a", "b")), Json.array()))
                .put("object", Json.object())
                .build();
        assertThat(Json.parse(json.text())).isEqualTo(json);
        assertThat(Json.parse(json.bytes())).isEqualTo(json);
        assertThat(Json.parse(json.pretty())).isEqualTo(json);
        assertThat(Json.parse(new ByteArrayInputStream(json.bytes()))).isEqualTo(json);
    }

    @Test
    void namesKeepTheirOrder() {
        assertThat(Json.parse("{\"b\":1,\"a\":2,\"c\":3}").text()).isEqualTo("{\"b\":1,\"a\":2,\"c\":3}");
    }

    @Test
    void aPrettyDocumentIsIndentedByTwo() {
        Json json = Json.object()
                .put("a", Json.array(Json.of(1), Json.object().put("b", "x").build()))
                .put("none", Json.array())
                .build();
        assertThat(json.pretty()).isEqualTo("""
                {
                  "a": [
                    1,
                    {
                      "b": "x"
                    }
                  ],
                  "none": []
                }
                """);
    }

    @Test
    void aNumberIsWrittenInItsShortestForm() {
        assertThat(Json.array(Json.of(0.1), Json.of(1e300), Json.of(2.0), Json.of(2), Json.of(2e-23))
                        .text())
                .isEqualTo("[0.1,1.0E300,2.0,2,2.0E-23]");
    }

    @Test
    void notANumberIsWrittenAsNull() {
        assertThat(Json.array(Json.of(Double.NaN), Json.of(Double.POSITIVE_INFINITY))
                        .text())
                .isEqualTo("[null,null]");
    }

    @Test
    void aWholeNumberBeyond64BitsIsReal() {
        assertThat(Json.parse("9223372036854775808")).isEqualTo(new Json.Real(9223372036854775808.0));
    }

    @Test
    void anErrorNamesItsPlace() {
        assertThatThrownBy(() -> Json.parse("{\n  \"a\": tru\n}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line 2")
                .extracting(e -> ((ProblemException) e).problems().getFirst().code())
                .isEqualTo(ErrorCode.REQUEST_INVALID);
        assertThatThrownBy(() -> Json.parse(new byte[] {'['}, ErrorCode.MODEL_DAMAGED, "card.json"))
                .hasMessageStartingWith("card.json: not readable as JSON at line 1")
                .extracting(e -> ((ProblemException) e).problems().getFirst().code())
                .isEqualTo(ErrorCode.MODEL_DAMAGED);
    }

    @Test
    void anErrorOfReadingSaysWhyWithoutTheText() {
        assertThatThrownBy(() -> Json.parse("{\"a\": secret}"))
                .hasMessageContaining("this is not what JSON allows here")
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> Json.parse("{\"secret\": 1, \"secret\": 2}"))
                .hasMessageContaining("a name comes twice")
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> Json.parse("[1, 2")).hasMessageContaining("the text ends too early");
        assertThatThrownBy(() -> Json.parse("[".repeat(1000))).hasMessageContaining("deeper or longer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{'a':1}",
                "nul",
                "01",
                "+1",
                ".5",
                "NaN",
                "Infinity",
                "1 2",
                "{}x",
                "\"\u0001\"",
                "\"\\x\"",
                "// no\n1",
                "{\"a\":1,\"a\":2}",
                "[1",
                "\"a"
            })
    void whatIsNotStrictJsonIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = {'"', (byte) 0xff, (byte) 0xfe, '"'};
        assertThatThrownBy(() -> Json.parse(bytes)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aDepthThatNobodyMeansIsRefused() {
        String deep = "[".repeat(JsonReader.DEPTH);
        assertThat(Json.parse(deep + "]".repeat(JsonReader.DEPTH)).text()).startsWith("[[");
        assertThatThrownBy(() -> Json.parse("[".repeat(1_000_000))).isInstanceOf(ProblemException.class);
    }

    @Test
    void anAccessorNamesTheMemberAndNotItsValue() {
        Json json = Json.parse("{\"a\": \"secret\", \"n\": 1.5, \"z\": null}");
        assertThat(json.asText("a")).isEqualTo("secret");
        assertThat(json.asReal("n")).isEqualTo(1.5);
        assertThat(json.find("z")).isEmpty();
        assertThat(json.find("y")).isEmpty();
        assertThatThrownBy(() -> json.asWhole("a"))
                .hasMessage("a: is a text (expected: a whole number)")
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> json.asWhole("n")).hasMessageContaining("a whole number");
        assertThatThrownBy(() -> json.member("b")).hasMessage("b: is missing");
        assertThatThrownBy(json::items).hasMessageContaining("an object (expected: a list)");
    }

    @Test
    void aRealThatIsWholeCountsAsWhole() {
        assertThat(Json.parse("2.0").asWhole()).isEqualTo(2);
        assertThatThrownBy(() -> Json.parse("1e30").asWhole()).isInstanceOf(ProblemException.class);
    }

    @Test
    void utf16IsRecognized() {
        assertThat(Json.parse("[\"ä\"]".getBytes(StandardCharsets.UTF_16BE))
                        .items()
                        .getFirst())
                .isEqualTo(Json.of("ä"));
    }
}
