/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions of Simple that options may hold: those that read the exchange, and those that compute with what they are
 * given. Routes may build addresses from texts that others wrote, so none reaches beans, classes, the system, its
 * environment, properties or files, changes the exchange, or calls any method it likes.
 */
final class SimpleFunctions {

    /** Stands for a function inside another, where the outer one is checked. */
    static final char NESTED = '\0';

    /** Values of the exchange, of which a path may follow. */
    private static final Set<String> PATHS =
            Set.of("body", "header", "headers", "variable", "variables", "exchangeProperty", "exception");

    private static final Set<String> NAMED_BY_VALUES =
            Set.of("header", "headers", "variable", "variables", "exchangeProperty");

    /** Likewise, converted to a type that their last argument names. */
    private static final Set<String> CONVERTED =
            Set.of("bodyAs", "mandatoryBodyAs", "headerAs", "variableAs", "convertTo");

    private static final Set<String> ALONE = words("""
            id messageId messageTimestamp exchangeId routeId fromRouteId routeGroup stepId bodyOneLine
            prettyBody originalBody uuid null
            """);

    private static final Set<String> COMPUTING = words("""
            abs average base64Decode base64Encode capitalize ceil collate concat contains distinct empty filter
            floor forEach hash iif isAlpha isAlphaNumeric isEmpty isNumeric join jsonpath length list lowercase
            map max min newEmpty normalizeWhitespace not pad pretty quote random range replace reverse safeQuote
            shuffle size skip split substring substringAfter substringBefore substringBetween sum trim unquote
            uppercase
            """);

    private static final Set<String> TYPES = words("""
            String byte[] boolean Boolean int Integer long Long double Double java.lang.String java.lang.Boolean
            java.lang.Integer java.lang.Long java.lang.Double java.math.BigDecimal java.math.BigInteger
            java.util.Map java.util.List java.util.Date com.fasterxml.jackson.databind.JsonNode
            """);

    /** Methods that read a value of text, list, Map or JSON; getters are others. */
    private static final Set<String> METHODS = words("""
            asBoolean asInt asLong asText at charAt concat contains containsKey containsValue endsWith entrySet
            equals equalsIgnoreCase get getOrDefault has indexOf intValue isBlank isEmpty keySet lastIndexOf
            length longValue matches name path replace replaceAll replaceFirst size split startsWith strip
            substring textValue toLowerCase toString toUpperCase trim values
            """);

    /** Steps that lead from a value to what made it. */
    private static final Pattern BEYOND = Pattern.compile(
            "(?i)(?:get)?(?:class|module|package|.*classloader|(?:camel|servlet|application)?context|runtime|registry)");
    /** Steps without parentheses are methods to Camel as well, and these do more than read. */
    private static final Set<String> ACTING = words("""
            clear close createNewFile delete deleteOnExit destroy exit flush halt interrupt mkdir mkdirs next
            notify notifyAll poll pop read readAllBytes remove removeFirst removeLast reset run shutdown
            shutdownNow start stop suspend wait
            """);

    private static final int MAX_LENGTH = 4000;
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*(?:-with-timezone)?)(.*)", Pattern.DOTALL);
    private static final Pattern GENERATOR = Pattern.compile("\\((?:default|classic|short|simple|random)\\)");
    private static final Pattern GETTER = Pattern.compile("(?:get|is)[A-Z]\\w*");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]*]");
    private static final Pattern STEP = Pattern.compile("([^.?:()]+)(\\([^()]*\\))?");
    private static final Pattern TERNARY = Pattern.compile("\\?.*:", Pattern.DOTALL);
    private static final Pattern CLASS_TEST = Pattern.compile("(?:\\s|^)!?is\\s");
    private static final Pattern REFERENCE = Pattern.compile("[(,]\\s*#|\\([^)]*\\.class\\b");

    private SimpleFunctions() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    /**
     * Fails when a function may not be used.
     *
     * @param own     the function's own text, with {@link #NESTED} for each function inside
     * @param written the function as it was written, for the error
     */
    static void require(String option, String own, String written) {
        String function = own.strip();
        if (function.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "Option '" + option + "' has an expression of more than " + MAX_LENGTH + " characters");
        }
        Matcher parts = NAME.matcher(function.startsWith("in.") ? function.substring(3) : function);
        boolean allowed = !TERNARY.matcher(function).find()
                && parts.matches()
                && isAllowed(parts.group(1), parts.group(2), function.startsWith("in."));
        if (!allowed) {
            throw refused(option, "${" + written + "}");
        }
    }

    static IllegalArgumentException refused(String option, String expression) {
        return new IllegalArgumentException("Option '" + option + "' has the expression " + expression
                + ": only functions that read the exchange or compute may be used, such as header, body, variable,"
                + " exchangeProperty, date, trim, replace, iif; for anything else put the value into a variable before"
                + " (setVariable), and use ${variable.name}");
    }

    private static boolean isAllowed(String name, String rest, boolean ofIn) {
        if (PATHS.contains(name)) {
            return (rest.isEmpty() || ".?:[".indexOf(rest.charAt(0)) >= 0) && isPath(name, rest);
        }
        if (ofIn) {
            return false;
        }
        if (CONVERTED.contains(name)) {
            int end = rest.indexOf(')');
            return rest.startsWith("(")
                    && end > 0
                    && isType(rest.substring(1, end))
                    && isPath(name, rest.substring(end + 1));
        }
        if (name.startsWith("date")) {
            return rest.startsWith(":") && !rest.startsWith(":file");
        }
        if (ALONE.contains(name)) {
            return rest.isEmpty()
                    || (name.equals("uuid") && GENERATOR.matcher(rest).matches());
        }
        return COMPUTING.contains(name)
                && rest.startsWith("(")
                && rest.endsWith(")")
                && !CLASS_TEST.matcher(QUOTED.matcher(rest).replaceAll("''")).find();
    }

    private static boolean isType(String arguments) {
        String type = arguments.substring(arguments.lastIndexOf(',') + 1);
        return TYPES.contains(type.replaceAll("['\"]", "").strip());
    }

    /** Whether a path takes steps that read only. What stands in brackets is a key or a position. */
    private static boolean isPath(String name, String path) {
        // Camel heeds quotes in some places and not in others, so both readings must do.
        return takesSteps(name, QUOTED.matcher(path).replaceAll("")) && takesSteps(name, path.replaceAll("['\"]", ""));
    }

    private static boolean takesSteps(String name, String path) {
        String steps = path;
        if (REFERENCE.matcher(steps).find()) {
            return false;
        }
        while (BRACKETS.matcher(steps).find()) {
            steps = BRACKETS.matcher(steps).replaceAll("");
        }
        Matcher step = STEP.matcher(steps);
        int end = 0;
        while (step.find(end)) {
            if (!steps.substring(end, step.start()).matches("[.?:]*") || !isStep(name, step.group(1), step.group(2))) {
                return false;
            }
            end = step.end();
        }
        return steps.substring(end).isEmpty();
    }

    private static boolean isStep(String name, String step, String arguments) {
        String method = step.strip();
        if (BEYOND.matcher(method).matches() || (method.indexOf(NESTED) >= 0 && !NAMED_BY_VALUES.contains(name))) {
            return false;
        }
        return arguments == null
                ? !ACTING.contains(method)
                : METHODS.contains(method) || GETTER.matcher(method).matches();
    }
}
