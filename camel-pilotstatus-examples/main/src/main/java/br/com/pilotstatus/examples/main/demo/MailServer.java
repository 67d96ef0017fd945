/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.Properties;

/** A real mail server with one mailbox, on free ports of the loopback address: mails come in by SMTP, are read by IMAP. */
public final class MailServer implements AutoCloseable {

    static final String USER = "whatsapp";
    static final String PASSWORD = "mailbox-of-the-demo";
    static final String ADDRESS = "whatsapp@store.example";

    private static final String HOST = "127.0.0.1";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
    });

    public MailServer start() {
        server.start();
        server.setUser(ADDRESS, USER, PASSWORD);
        return this;
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Sends a mail of plain text to the mailbox. */
    public void deliver(String subject, String text) throws MessagingException {
        MimeMessage mail = mail(subject);
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }

    /** Sends a mail with a PDF attached. */
    public void deliver(String subject, String text, String fileName, byte[] pdf) throws MessagingException {
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text, "UTF-8");
        MimeBodyPart attachment = new MimeBodyPart();
        attachment.setDataHandler(new DataHandler(new ByteArrayDataSource(pdf, "application/pdf")));
        attachment.setFileName(fileName);
        MimeMessage mail = mail(subject);
        mail.setContent(new MimeMultipart(body, attachment));
        Transport.send(mail);
    }

    /** How many mails a folder of the mailbox holds; 0 when there is no such folder. */
    public int count(String folder) {
        GreenMailUser owner = server.getUserManager().getUser(USER);
        MailFolder found = server.getManagers().getImapHostManager().getFolder(owner, folder);
        return found == null ? 0 : found.getMessageCount();
    }

    @Override
    public void close() {
        server.stop();
    }

    private MimeMessage mail(String subject) throws MessagingException {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", HOST);
        smtp.put("mail.smtp.port", Integer.toString(smtpPort()));
        smtp.put("mail.smtp.localhost", "localhost");
        MimeMessage mail = new MimeMessage(Session.getInstance(smtp));
        mail.setFrom(new InternetAddress("billing@store.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(ADDRESS));
        mail.setSubject(subject, "UTF-8");
        return mail;
    }
}
