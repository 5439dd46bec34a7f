package dev.hansom.base;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads a YAML file into nodes with places. Data only: tags and aliases are refused, nothing is constructed.
public final class Yaml {
    private static final int LONGEST_FILE = 1 << 20;
    private static final int MOST_ITEMS = 5_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(0)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setCodePointLimit(LONGEST_FILE)
            .build();

    private Yaml() {}

    /// The top node of `file`. Errors: FILE_UNUSABLE, PROJECT_INVALID with line and column.
    public static YamlNode read(Path file) {
        return parse(file.toString(), text(file));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new ProblemException(
                        Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "too long for a project file")
                                .expected("at most 1 MiB"));
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "not in UTF-8")
                            .next("save it in UTF-8 with your editor"),
                    e);
        } catch (IOException e) {
            if (Files.isDirectory(file)) {
                throw new ProblemException(
                        Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "a folder, not a project file")
                                .next("name the file in it: --project " + file.resolve("hansom.yaml")),
                        e);
            }
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "no such file, or it cannot be read")
                            .next("name another with --project FILE, or make one with hansom init"),
                    e);
        }
    }

    /// The top node of `text`, which stands in `name`.
    public static YamlNode parse(String name, String text) {
        try {
            Optional<Node> node = new Compose(SETTINGS).composeString(text);
            if (node.isEmpty()) {
                throw new ProblemException(Problem.of(ErrorCode.PROJECT_INVALID, name, "the file is empty"));
            }
            return convert(name, node.get(), 0);
        } catch (StackOverflowError e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.PROJECT_INVALID, name, "nested too deeply")
                            .expected("at most 50 levels"),
                    e);
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark().map(mark -> at(name, mark)).orElse(name);
            throw new ProblemException(
                    Problem.of(ErrorCode.PROJECT_INVALID, where, "this is not YAML: " + e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.PROJECT_INVALID, name, "this is not YAML: " + e.getMessage()), e);
        }
    }

    private static YamlNode convert(String name, Node node, int depth) {
        if (depth > 50) {
            throw refuse(name, node, "nested too deeply");
        }
        if (node.getAnchor().isPresent()) {
            throw refuse(name, node, "an anchor, &" + node.getAnchor().get().getValue());
        }
        Tag tag = node.getTag();
        if (!tag.getValue().startsWith("tag:yaml.org,2002:")) {
            throw refuse(name, node, "a tag, " + tag.getValue());
        }
        int count = node instanceof CollectionNode<?> collection
                ? collection.getValue().size()
                : 0;
        if (count > MOST_ITEMS) {
            throw refuse(name, node, count + " keys or items beside one another (at most " + MOST_ITEMS + ")");
        }
        return switch (node) {
            case ScalarNode scalar ->
                new YamlNode.Scalar(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, place(scalar));
            case SequenceNode sequence -> {
                List<YamlNode> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(convert(name, item, depth + 1));
                }
                yield new YamlNode.Sequence(List.copyOf(items), place(sequence));
            }
            case MappingNode mapping -> {
                List<YamlNode.Entry> entries = new ArrayList<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                        throw refuse(name, tuple.getKeyNode(), "a key that is not a word");
                    }
                    entries.add(new YamlNode.Entry(
                            key.getValue(), place(key), convert(name, tuple.getValueNode(), depth + 1)));
                }
                yield new YamlNode.Mapping(List.copyOf(entries), place(mapping));
            }
            default -> throw refuse(name, node, "an alias");
        };
    }

    private static ProblemException refuse(String name, Node node, String what) {
        String where = node.getStartMark().map(mark -> at(name, mark)).orElse(name);
        return new ProblemException(
                Problem.of(ErrorCode.PROJECT_INVALID, where, what).expected("plain values, lists and keys"));
    }

    private static String at(String name, Mark mark) {
        return name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private static YamlNode.Place place(Node node) {
        return node.getStartMark()
                .map(mark -> new YamlNode.Place(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new YamlNode.Place(1, 1));
    }
}
