/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConstants;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A whole application in one call, to be run by classes of any loader: sends one message and tells the outcome. */
public class IsolatedSend implements Function<Map<String, String>, String> {

    @Override
    public String apply(Map<String, String> options) {
        CamelContext context = new DefaultCamelContext();
        try {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setBaseUrl(options.get("baseUrl"));
            component.getConfiguration().setApiKey(options.get("apiKey"));
            context.addComponent("pilotstatus", component);
            context.start();
            return context.createFluentProducerTemplate()
                    .to("pilotstatus:send?to=+5511988887777&text=Hi")
                    .send()
                    .getMessage()
                    .getHeader(PilotStatusConstants.OUTCOME, String.class);
        } finally {
            context.stop();
        }
    }
}
