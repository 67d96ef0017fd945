/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.main.Main;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailReaderTest {

    private final Main main = new Main();
    private Exchange mail;

    @BeforeEach
    void aMail() {
        main.init();
        mail = new DefaultExchange(main.getCamelContext());
        mail.getMessage().setBody("Hello\r\n");
        mail.getMessage().setHeader("Subject", "[+55 11 97777-0000] Your invoice");
        mail.getMessage().setHeader("Message-ID", "<1042@store.example>");
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void thePhoneStandsInBracketsBeforeTheSubject() throws Exception {
        new MailReader().process(mail);

        assertThat(mail.getVariable("phone")).isEqualTo("+55 11 97777-0000");
        assertThat(mail.getVariable("caption")).isEqualTo("Your invoice");
        assertThat(mail.getMessage().getBody()).isEqualTo("Hello");
    }

    @Test
    void theHeaderGoesBeforeTheSubject() throws Exception {
        mail.getMessage().setHeader("X-WhatsApp-To", "+5521988887777");

        new MailReader().process(mail);

        assertThat(mail.getVariable("phone")).isEqualTo("+5521988887777");
    }

    @Test
    void aMailWithoutAPhoneIsNotSent() {
        mail.getMessage().setHeader("Subject", "Your invoice");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailReader().process(mail))
                .withMessageContaining("names no phone");
    }

    @Test
    void aMailThatWouldNotBeKnownAgainIsNotSent() {
        mail.getMessage().removeHeader("Message-ID");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailReader().process(mail))
                .withMessageContaining("no Message-ID");
    }

    @Test
    void aMailWithoutTextIsNotSent() {
        mail.getMessage().setBody(null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailReader().process(mail))
                .withMessageContaining("no text");
    }

    @Test
    void theAttachmentIsTheBody() throws Exception {
        attach("invoice.pdf");

        new MailReader().process(mail);

        assertThat(mail.getVariable("fileName")).isEqualTo("invoice.pdf");
        assertThat(mail.getMessage().getBody()).isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void aMailWithSeveralAttachmentsIsNotSent() {
        attach("invoice.pdf");
        attach("map.png");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailReader().process(mail))
                .withMessageContaining("2 attachments");
    }

    @Test
    void anAttachmentBeyondTheBoundIsNotSent() {
        attach("film.mp4", new byte[16 * 1024 * 1024 + 1]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailReader().process(mail))
                .withMessageContaining("larger than 16777216 bytes");
    }

    private void attach(String fileName) {
        attach(fileName, new byte[] {1, 2, 3});
    }

    private void attach(String fileName, byte[] content) {
        mail.getMessage(AttachmentMessage.class)
                .addAttachment(fileName, new DataHandler(new ByteArrayDataSource(content, "application/octet-stream")));
    }
}
