/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static br.com.pilotstatus.examples.main.Bridge.forAWhile;
import static br.com.pilotstatus.examples.main.Bridge.soon;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.MessageStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailStoryTest {

    // With bytes that no text holds, as the comment in the second line of a PDF has them.
    private static final byte[] PDF =
            "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
                    .getBytes(StandardCharsets.ISO_8859_1);
    private static final String DONE = "Sent-to-WhatsApp";
    private static final String PROBLEM = "Needs-a-person";

    @RegisterExtension
    static final Bridge BRIDGE = new Bridge();

    @Test
    void aMailBecomesAText() throws Exception {
        deliver("[+55 11 97777-0011] Hello", "Your lamp is ready.\r\n");

        assertThat(sentTo("+5511977770011").request().path("text").asText()).isEqualTo("Your lamp is ready.");
    }

    @Test
    void aMailWithAnAttachmentBecomesADocument() throws Exception {
        BRIDGE.systems().mail().deliver("[+5511977770012] Your invoice", "See attachment", "invoice.pdf", PDF);

        LedgerEntry sent = sentTo("+5511977770012");
        assertThat(sent.request().path("mediaType").asText()).isEqualTo("document");
        assertThat(sent.request().path("fileName").asText()).isEqualTo("invoice.pdf");
        assertThat(sent.request().path("caption").asText()).isEqualTo("Your invoice");
        assertThat(sent.request().path("media").asText())
                .isEqualTo("data:application/pdf;base64," + Base64.getEncoder().encodeToString(PDF));
    }

    @Test
    void aDocumentIsReadByACustomerWhoWroteBefore() throws Exception {
        BRIDGE.customers().text("+5511977770013", "Hello");
        BRIDGE.systems().mail().deliver("[+5511977770013] Your invoice", "See attachment", "invoice.pdf", PDF);

        BRIDGE.pilotStatus()
                .messages()
                .awaitStatus(sentTo("+5511977770013").id(), MessageStatus.READ, Duration.ofSeconds(10));
    }

    @Test
    void aMailThatWasSentMovesToItsFolder() throws Exception {
        int before = count(DONE);
        deliver("[+5511977770014] Hello", "Hello");

        soon().until(() -> count(DONE) == before + 1);
        forAWhile().until(() -> BRIDGE.sentTo("+5511977770014").size() == 1);
    }

    @Test
    void aMailWithoutAPhoneIsLeftToAPerson() throws Exception {
        int before = count(PROBLEM);
        deliver("Hello", "To whom?");

        soon().until(() -> count(PROBLEM) == before + 1);
        assertThat(BRIDGE.pilotStatus().ledger().count()).isZero();
    }

    @Test
    void aMailRefusedForGoodIsLeftToAPerson() throws Exception {
        int before = count(PROBLEM);
        BRIDGE.pilotStatus().configure(s -> s.with(s.contract().withFreePlan(true)));
        BRIDGE.systems().mail().deliver("[+5511977770016] Your invoice", "See attachment", "invoice.pdf", PDF);

        soon().until(() -> count(PROBLEM) == before + 1);
        assertThat(BRIDGE.pilotStatus().ledger().count()).isZero();
    }

    @Test
    void aMailRefusedForNowIsSentInALaterRound() throws Exception {
        int before = count(DONE);
        BRIDGE.pilotStatus().faults().add(FaultRule.next(3, Fault.status(429)).on("sendMessage"));
        deliver("[+5511977770017] Hello", "Hello");

        soon().until(() -> count(DONE) == before + 1);
        assertThat(BRIDGE.sentTo("+5511977770017")).hasSize(1);
    }

    @Test
    void aMailOfUnknownOutcomeIsLeftToAPerson() throws Exception {
        int before = count(PROBLEM);
        BRIDGE.pilotStatus().faults().add(FaultRule.next(1, Fault.replyLost()).on("sendMessage"));
        deliver("[+5511977770018] Hello", "Hello");

        soon().until(() -> count(PROBLEM) == before + 1);
        forAWhile().until(() -> BRIDGE.sentTo("+5511977770018").size() == 1);
    }

    private static void deliver(String subject, String text) throws Exception {
        BRIDGE.systems().mail().deliver(subject, text);
    }

    private static int count(String folder) {
        return BRIDGE.systems().mail().count(folder);
    }

    private static LedgerEntry sentTo(String phone) {
        soon().until(() -> !BRIDGE.sentTo(phone).isEmpty());
        return BRIDGE.sentTo(phone).get(0);
    }
}
