/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.error.PilotStatusException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Story 2: an e-mail comes in and goes out as a text, or as a document when something is attached. The mailbox shows
 * what became of each mail: unread, in the folder of those done, or in the folder of those a person has to look at.
 */
public class MailRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // Refused for now: nothing was sent. The mail stays unread, and the next round takes it.
        onException(PilotStatusException.class)
                .onWhen(header(PilotStatusConstants.RETRYABLE).isEqualTo(true))
                .log(LoggingLevel.WARN, "A mail waits for the next round: ${exception.message}");

        // Refused for good, not understood, or nobody knows whether it was sent: a person looks at it.
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.ERROR, "A mail needs a person: ${exception.message}")
                .setHeader("moveTo", constant("{{mail.problem-folder}}"));

        from("{{mail.protocol}}:{{mail.host}}:{{mail.port}}?username={{mail.username}}&password=RAW({{mail.password}})"
                        + "&delay={{mail.period}}&moveTo={{mail.done-folder}}")
                .routeId("mail")
                .process(new MailReader())
                .choice()
                .when(simple("${variable.fileName} != null"))
                .to("pilotstatus:send?to=${variable.phone}&mediaType=document&bodyAs=media"
                        + "&fileName=${variable.fileName}&caption=${variable.caption}"
                        + "&idempotencyKey=${header.Message-ID}")
                .otherwise()
                .to("pilotstatus:send?to=${variable.phone}&bodyAs=text&idempotencyKey=${header.Message-ID}");
    }
}
