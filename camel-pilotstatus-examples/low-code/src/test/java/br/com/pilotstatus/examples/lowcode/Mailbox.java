/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.lowcode;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A real mail server on free ports of the loopback address, with the mailbox of the application and that of somebody who writes to it. */
final class Mailbox implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String USER = "whatsapp@store.example";
    private static final String WRITER = "billing@store.example";
    private static final String PASSWORD = "mailbox-of-the-demo";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
    });

    Mailbox start() {
        server.start();
        server.setUser(USER, USER, PASSWORD);
        server.setUser(WRITER, WRITER, PASSWORD);
        return this;
    }

    /** How the application reaches it. */
    Map<String, String> properties() {
        return Map.of(
                "mail.imap",
                "imap://" + HOST + ":" + server.getImap().getPort(),
                "mail.smtp",
                "smtp://" + HOST + ":" + server.getSmtp().getPort(),
                "mail.username",
                USER,
                "mail.address",
                USER,
                "mail.password",
                PASSWORD,
                "mail.period",
                "300");
    }

    /** Somebody writes to the application. */
    void write(String subject, String text) throws MessagingException {
        write(subject, text, "no");
    }

    /** A machine does, because it got a mail. */
    void answerByMachine(String subject) throws MessagingException {
        write(subject, "I am not in the office", "auto-replied");
    }

    private void write(String subject, String text, String automatic) throws MessagingException {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", HOST);
        smtp.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        smtp.put("mail.smtp.localhost", "localhost");
        MimeMessage mail = new MimeMessage(Session.getInstance(smtp));
        mail.setFrom(new InternetAddress(WRITER));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(USER));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        mail.setHeader("Auto-Submitted", automatic);
        Transport.send(mail);
    }

    /** The mails that came back to the one who wrote: subject, line break, text. */
    List<String> returned() throws MessagingException, IOException {
        MailFolder inbox = server.getManagers()
                .getImapHostManager()
                .getFolder(server.getUserManager().getUser(WRITER), "INBOX");
        List<String> mails = new ArrayList<>();
        for (var stored : inbox.getMessages()) {
            MimeMessage mail = stored.getMimeMessage();
            mails.add(mail.getSubject() + "\n" + mail.getContent());
        }
        return mails;
    }

    @Override
    public void close() {
        server.stop();
    }
}
