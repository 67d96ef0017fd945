/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.value.OptionValues;
import br.com.pilotstatus.camel.value.TextValues;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/** Which number a call acts for, when the endpoint or a header names one. */
public final class NumberSelection {

    private static final String OPTION = "whatsappNumberId";

    private final OptionValues options;

    public NumberSelection(CamelContext context, PilotStatusConfiguration options) {
        this.options = new OptionValues(context).add(OPTION, options.getWhatsappNumberId());
    }

    /** The number's id; null for the number that the key belongs to. */
    public String of(Exchange exchange) {
        return options.has(OPTION)
                ? options.text(OPTION, exchange)
                : TextValues.text(
                        PilotStatusConstants.WHATSAPP_NUMBER_ID,
                        exchange.getMessage().getHeader(PilotStatusConstants.WHATSAPP_NUMBER_ID),
                        exchange);
    }
}
