/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import br.com.pilotstatus.camel.PilotStatusComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;

/** Ways to write tokens, all of which are valid at once, as for rotation. */
enum TokenForm {
    /** The property of a component that has a name of its own. */
    COMPONENT("") {
        @Override
        String consumer(CamelContext context) {
            bind(context, "written", tokens());
            return "written:webhook?";
        }
    },
    /** The same, with a placeholder. */
    COMPONENT_WITH_PLACEHOLDER("") {
        @Override
        String consumer(CamelContext context) {
            bind(context, "named", "{{webhook.token}}");
            return "named:webhook?";
        }
    },
    /** In the route, where nothing else keeps the characters. */
    RAW("token=RAW({{webhook.token}})") {
        @Override
        String consumer(CamelContext context) {
            return "pilotstatus:webhook?" + option() + "&";
        }
    };

    static final List<String> TOKENS = List.of(
            "tkn-slash/04be865",
            "tkn-ampersand&04be865",
            "tkn-comma,04be865",
            "tkn-plus+04be865",
            "tkn-percent%2F04be865",
            "tkn-hash#04be865",
            "tkn-blank 04be865",
            "tkn-equals=04be865",
            "tkn-question?04be865");

    private final String option;

    TokenForm(String option) {
        this.option = option;
    }

    /** How a page writes it; empty when it is no option of a route. */
    String option() {
        return option;
    }

    String path() {
        return "/form/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An address of a route that receives with these tokens, which wants more options. */
    abstract String consumer(CamelContext context);

    /** All of them as one value, in which a backslash keeps a comma. */
    static String tokens() {
        return TOKENS.stream().map(token -> token.replace(",", "\\,")).collect(Collectors.joining(","));
    }

    /** As an application's properties are bound to its components. */
    private static void bind(CamelContext context, String name, String token) {
        PilotStatusComponent component = new PilotStatusComponent();
        context.addComponent(name, component);
        ServiceHelper.initService(component);
        PropertyBindingSupport.build()
                .withConfigurer(component.getComponentPropertyConfigurer())
                .bind(context, component, new HashMap<>(Map.of("token", token)));
    }
}
