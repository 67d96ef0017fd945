/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.options.OperationKind;
import br.com.pilotstatus.camel.options.OptionFamily;
import br.com.pilotstatus.camel.value.OptionValues;
import br.com.pilotstatus.camel.value.ValueExpression;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * Makes <code>toD</code> use the URI as the author wrote it, expressions included, which the endpoint evaluates itself.
 * So a thousand recipients make one endpoint, and no value of a message is ever read as part of a URI. Only the operation
 * and who acts may be chosen by the exchange, each by a value that cannot be anything else.
 */
@SendDynamic(PilotStatusConstants.SCHEME)
public class PilotStatusSendDynamicAware extends SendDynamicAwareSupport {

    private static final String OPERATION = "operation";

    /** Options that the endpoint does not evaluate, and whose values lead to nobody else. */
    private static final Set<String> CHOSEN = Set.of("apiKey", "apiKeyId", "accountKey", "defaultRegion", "timeZone");

    /** Nothing that an address gives a meaning to, however often it is decoded: Camel does so twice. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:/-]+");

    /** What the endpoint evaluates and a chosen endpoint may have all the same. */
    private static final String NUMBER = "whatsappNumberId";

    /** Without what Camel would look up by the component's name, which may be one of the application's own. */
    @Override
    protected void doInit() {}

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        return new DynamicAwareEntry(uri, originalUri, null, null);
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws URISyntaxException {
        String uri = entry.getOriginalUri();
        String path = StringHelper.before(uri, "?", uri);
        Map<String, Object> options = URISupport.parseQuery(StringHelper.after(uri, "?", ""), true);
        boolean operationChosen = ValueExpression.isExpression(path);
        if (!operationChosen && options.keySet().stream().noneMatch(name -> isChosen(name, options))) {
            return uri;
        }
        requireNothingElse(options);
        Map<String, Object> evaluated = new LinkedHashMap<>();
        options.forEach((name, value) ->
                evaluated.put(name, isChosen(name, options) ? plain(name, value(exchange, name, value)) : value));
        return address(operationChosen ? operation(exchange, path) : path, evaluated);
    }

    private static boolean isChosen(String spelling, Map<String, Object> options) {
        return isExpression(options.get(spelling))
                && OptionFamily.named(spelling).filter(CHOSEN::contains).isPresent();
    }

    private static boolean isExpression(Object value) {
        return value instanceof String text && ValueExpression.isExpression(text);
    }

    private static void requireNothingElse(Map<String, Object> options) {
        options.forEach((spelling, value) -> {
            String name = OptionFamily.named(spelling).orElse(spelling);
            if (!(value instanceof String)) {
                throw new IllegalArgumentException("The option " + name + " is given twice");
            }
            if (isExpression(value) && !CHOSEN.contains(name) && !name.equals(NUMBER)) {
                throw new IllegalArgumentException("toD makes an endpoint for each operation or key that an expression"
                        + " gives; such an endpoint takes no expression in the option " + name + ", so that no value of"
                        + " a message becomes part of an address: give it by header or body, or choose between several"
                        + " 'to' with choice()");
            }
        });
    }

    private String operation(Exchange exchange, String path) {
        String given = StringHelper.after(path, ":");
        String operation = value(exchange, OPERATION, given.startsWith("//") ? given.substring(2) : given);
        if (OperationKind.named(operation).isEmpty()) {
            throw new PilotStatusValidationException(
                    ErrorCode.ADDRESS_INVALID, OPERATION, "is none of the component's, as the expression gives it");
        }
        return getScheme() + ":" + operation;
    }

    private String value(Exchange exchange, String option, Object expression) {
        String text = expression.toString();
        boolean raw = text.startsWith("RAW(") && text.endsWith(")");
        return new OptionValues(getCamelContext())
                .add(option, raw ? text.substring(4, text.length() - 1) : text)
                .text(option, exchange);
    }

    private static String plain(String option, String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw new PilotStatusValidationException(
                    ErrorCode.ADDRESS_INVALID,
                    option,
                    "takes letters, digits and - . _ ~ : / only, where toD takes it from an expression");
        }
        return value;
    }

    private static String address(String path, Map<String, Object> options) {
        if (options.isEmpty()) {
            return path;
        }
        StringBuilder address = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, Object> option : options.entrySet()) {
            address.append(separator).append(option.getKey()).append('=').append(option.getValue());
            separator = '&';
        }
        return address.toString();
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }
}
