/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.send.TextValues;
import org.apache.camel.Exchange;

/** Which number a call acts for, when the endpoint or a header names one. */
final class NumberSelection {

    private static final String OPTION = "whatsappNumberId";

    private final OptionValues options;

    NumberSelection(PilotStatusEndpoint endpoint) {
        this.options = new OptionValues(endpoint.getCamelContext())
                .add(OPTION, endpoint.getConfiguration().getWhatsappNumberId());
    }

    /** The number's id; null for the number that the key belongs to. */
    String of(Exchange exchange) {
        return options.has(OPTION)
                ? options.text(OPTION, exchange)
                : TextValues.text(
                        PilotStatusConstants.WHATSAPP_NUMBER_ID,
                        exchange.getMessage().getHeader(PilotStatusConstants.WHATSAPP_NUMBER_ID),
                        exchange);
    }
}
