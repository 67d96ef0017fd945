/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.attachment.AttachmentMessage;

/**
 * Reads from a mail whom it is for and what to send. The phone is the header <code>X-WhatsApp-To</code>, or stands in
 * brackets before the subject: <code>[+55 11 97777-0000] Your invoice</code>. One attachment makes the mail a document
 * with the rest of the subject as its caption; none makes its text the message. A mail without an id is refused, since it
 * would not be known again.
 */
final class MailReader implements Processor {

    private static final String PHONE_HEADER = "X-WhatsApp-To";
    private static final int MAX_ATTACHMENT = 16 * 1024 * 1024;
    private static final Pattern SUBJECT = Pattern.compile("\\s*\\[([^\\]]*)\\](.*)", Pattern.DOTALL);

    @Override
    public void process(Exchange exchange) throws IOException {
        Message mail = exchange.getMessage();
        String subject = mail.getHeader("Subject", "", String.class);
        Matcher addressed = SUBJECT.matcher(subject);
        boolean inSubject = addressed.matches();
        String phone =
                mail.getHeader(PHONE_HEADER, inSubject ? addressed.group(1).strip() : null, String.class);
        if (phone == null) {
            throw new IllegalArgumentException(
                    "The mail names no phone: neither in " + PHONE_HEADER + " nor in brackets before its subject");
        }
        if (mail.getHeader("Message-ID", "", String.class).isBlank()) {
            throw new IllegalArgumentException("The mail has no Message-ID");
        }
        exchange.setVariable("phone", phone);
        exchange.setVariable("caption", (inSubject ? addressed.group(2) : subject).strip());
        Optional<Map.Entry<String, DataHandler>> attachment = onlyAttachment(mail);
        if (attachment.isPresent()) {
            exchange.setVariable("fileName", attachment.get().getKey());
            mail.setBody(bytes(attachment.get().getValue()));
        } else {
            mail.setBody(text(mail));
        }
    }

    private static String text(Message mail) {
        String text = mail.getBody(String.class);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("The mail has no text and no attachment");
        }
        return text.strip();
    }

    private static Optional<Map.Entry<String, DataHandler>> onlyAttachment(Message mail) {
        AttachmentMessage message = mail.getExchange().getMessage(AttachmentMessage.class);
        if (!message.hasAttachments()) {
            return Optional.empty();
        }
        Map<String, DataHandler> attachments = message.getAttachments();
        if (attachments.size() > 1) {
            throw new IllegalArgumentException(
                    "The mail has " + attachments.size() + " attachments; one at most is sent");
        }
        return attachments.entrySet().stream().findFirst();
    }

    private static byte[] bytes(DataHandler attachment) throws IOException {
        try (InputStream content = attachment.getInputStream()) {
            byte[] bytes = content.readNBytes(MAX_ATTACHMENT + 1);
            if (bytes.length > MAX_ATTACHMENT) {
                throw new IllegalArgumentException("The attachment is larger than " + MAX_ATTACHMENT + " bytes");
            }
            return bytes;
        }
    }
}
