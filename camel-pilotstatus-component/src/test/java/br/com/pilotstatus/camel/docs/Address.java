/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.util.StringHelper;

/**
 * The address of an endpoint in a source.
 *
 * @param source  the file
 * @param uri     up to its options
 * @param options by name, as they are written
 */
record Address(String source, String uri, Map<String, String> options) {

    private static final Set<String> STEPS = Set.of("from", "to", "toD", "wireTap", "poll", "interceptSendToEndpoint");
    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final String MORE = "(?:\\s*\\+\\s*(?:" + LITERAL + "|[\\w.]+(?:\\([^()]*\\))?))*";
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:from|to|toD|wireTap|poll|enrich|pollEnrich|deadLetterChannel|requestBody\\w*|sendBody\\w*)\\(\\s*("
                    + LITERAL + MORE + ")(\\s*\\+)?");
    private static final Pattern OURS = Pattern.compile("(\"pilotstatus:(?:[^\"\\\\]|\\\\.)*\"" + MORE + ")(\\s*\\+)?");
    private static final Pattern PART = Pattern.compile(LITERAL + "|[\\w.]+(?:\\([^()]*\\))?");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\buri=\"([^\"]*)\"");
    private static final Pattern WORDS = Pattern.compile("`(pilotstatus:[a-z-]+(?:\\?[^`\\s]*)?)`");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]*:.+", Pattern.DOTALL);

    /** Stands for what Java computes, as a property would. */
    private static final String VALUE = "{{java}}";

    /** Name of a data type, and not of an operation. */
    private static final String DATA_TYPE = "pilotstatus:application-cloudevents";

    private static final YAMLMapper YAML = new YAMLMapper();

    static Stream<Address> of(Source source) {
        return switch (source.language()) {
            case "yaml" -> ofYaml(source);
            case "java" ->
                Stream.concat(literals(source, CALL), literals(source, OURS)).distinct();
            case "xml" ->
                found(source, ATTRIBUTE)
                        .map(uri -> uri.replace("&amp;", "&").replaceAll("\\s*\n\\s*", ""))
                        .map(uri -> of(source, uri));
            case "prose" ->
                found(source, WORDS).filter(uri -> !uri.contains("...")).map(uri -> of(source, uri));
            default -> Stream.empty();
        };
    }

    private static Stream<String> found(Source source, Pattern pattern) {
        return pattern.matcher(source.text())
                .results()
                .map(match -> match.group(1))
                .filter(Address::isAddress);
    }

    /** Literals of Java that are joined to one; what is no literal may be any value. */
    private static Stream<Address> literals(Source source, Pattern pattern) {
        return pattern.matcher(source.text())
                .results()
                .map(call -> PART.matcher(call.group(1))
                        .results()
                        .map(Address::value)
                        .collect(Collectors.joining("", "", call.group().endsWith("+") ? VALUE : "")))
                .filter(Address::isAddress)
                .map(uri -> of(source, uri));
    }

    private static boolean isAddress(String text) {
        return SCHEME.matcher(text).matches() && !text.equals(DATA_TYPE);
    }

    private static String value(MatchResult part) {
        return part.group(1) == null ? VALUE : part.group(1).translateEscapes();
    }

    private static Stream<Address> ofYaml(Source source) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(source.text())) {
            return documents.readAll().stream().flatMap(node -> ofNode(source, "", node)).toList().stream();
        } catch (JsonProcessingException e) {
            throw new AssertionError(source.name() + " has YAML that is none: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Address> ofNode(Source source, String key, JsonNode node) {
        if (node.isTextual()) {
            return STEPS.contains(key) && isAddress(node.asText())
                    ? Stream.of(of(source, node.asText()))
                    : Stream.empty();
        }
        Stream<Address> inside = node.isArray()
                ? node.valueStream().flatMap(child -> ofNode(source, "", child))
                : node.propertyStream().flatMap(child -> ofNode(source, child.getKey(), child.getValue()));
        return node.path("uri").isTextual() ? Stream.concat(Stream.of(ofStep(source, node)), inside) : inside;
    }

    private static Address ofStep(Source source, JsonNode step) {
        Address address = of(source, step.path("uri").asText());
        Map<String, String> options = new LinkedHashMap<>(address.options);
        String uri = address.uri;
        JsonNode given = step.has("parameters") ? step.path("parameters") : step.path("properties");
        for (Map.Entry<String, JsonNode> option : given.properties()) {
            if (uri.indexOf(':') < 0 && option.getKey().equals("operation")) {
                uri = uri + ":" + option.getValue().asText();
            } else if (option.getValue().isObject()) {
                String prefix = option.getKey().equals("params") ? "param" : option.getKey();
                option.getValue()
                        .properties()
                        .forEach(entry -> options.put(
                                prefix + "." + entry.getKey(), entry.getValue().asText()));
            } else {
                options.put(option.getKey(), option.getValue().asText());
            }
        }
        return new Address(address.source, uri, options);
    }

    private static Address of(Source source, String uri) {
        Map<String, String> options = new LinkedHashMap<>();
        String query = StringHelper.after(uri, "?", "");
        if (!query.isEmpty()) {
            for (String option : List.of(query.split("&(?![^(]*\\))", -1))) {
                if (!option.equals(VALUE)) {
                    options.put(StringHelper.before(option, "=", option), StringHelper.after(option, "=", ""));
                }
            }
        }
        return new Address(source.name(), StringHelper.before(uri, "?", uri), options);
    }

    boolean isOurs() {
        return uri.startsWith("pilotstatus:");
    }

    @Override
    public String toString() {
        return source + ": " + uri
                + options.entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining("&", options.isEmpty() ? "" : "?", ""));
    }
}
