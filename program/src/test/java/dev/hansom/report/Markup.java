package dev.hansom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// What every page has to keep to, whatever it is about.
final class Markup {
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(src|href)=\"(?!#|data:,)|url\\(|@import");
    private static final int LARGEST = 500_000;

    private Markup() {}

    static Document holds(Page page) {
        String html = page.html();
        assertThat(html.length()).as("size").isLessThan(LARGEST);
        assertThat(html).as("nothing is loaded from elsewhere").doesNotContainPattern(ELSEWHERE);
        assertThat(html).as("no placeholder of a program").doesNotContain("NaN", "Optional[", "null<", ">null");
        Document document = parsed(html);
        assertThat(all(document, "h1")).as("one h1").hasSize(1);
        assertThat(all(document, "main")).hasSize(1);
        assertThat(all(document, "script"))
                .as("no script but the facts")
                .allMatch(script -> script.getAttribute("type").equals("application/json"));
        all(document, "table").forEach(Markup::table);
        all(document, "svg").forEach(svg -> plot(document, svg));
        ids(document);
        return document;
    }

    static List<Element> all(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document parsed(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private static void table(Element table) {
        assertThat(table.getElementsByTagName("caption").getLength())
                .as("a caption")
                .isEqualTo(1);
        int heads = ((Element) table.getElementsByTagName("thead").item(0))
                .getElementsByTagName("th")
                .getLength();
        NodeList rows = ((Element) table.getElementsByTagName("tbody").item(0)).getElementsByTagName("tr");
        for (int i = 0; i < rows.getLength(); i++) {
            Element row = (Element) rows.item(i);
            assertThat(row.getElementsByTagName("td").getLength() + 1).isEqualTo(heads);
        }
        NodeList headings = table.getElementsByTagName("th");
        for (int i = 0; i < headings.getLength(); i++) {
            assertThat(((Element) headings.item(i)).getAttribute("scope")).isIn("col", "row");
        }
    }

    private static void plot(Document document, Element svg) {
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        Set<String> ids = new HashSet<>();
        all(document, "title").forEach(title -> ids.add(title.getAttribute("id")));
        all(document, "desc").forEach(text -> ids.add(text.getAttribute("id")));
        assertThat(ids).contains(svg.getAttribute("aria-labelledby").split(" "));
    }

    private static void ids(Document document) {
        Set<String> ids = new HashSet<>();
        for (Element element : all(document, "*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as("id " + element.getAttribute("id") + " is there once")
                        .isTrue();
            }
        }
        all(document, "a")
                .forEach(a -> assertThat(ids).contains(a.getAttribute("href").substring(1)));
    }
}
