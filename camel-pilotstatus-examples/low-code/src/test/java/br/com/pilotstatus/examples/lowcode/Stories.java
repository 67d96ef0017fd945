/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.lowcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What happens to the application, and whether it did what it should: the ledger of the service, mails and files say so. */
final class Stories implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CUSTOMER = "+5511977770200";

    private final PilotStatusSimulator service;
    private final Mailbox mailbox = new Mailbox();
    private final Application application;
    private final Consumer<String> told;

    /** @param told hears what has happened, in words */
    Stories(Path directory, Consumer<String> told) throws IOException {
        this.told = told;
        service = PilotStatusSimulator.builder().port(0).build().start();
        mailbox.start();
        Map<String, String> properties = new HashMap<>(mailbox.properties());
        properties.put("camel.component.pilotstatus.base-url", service.baseUrl());
        properties.put("camel.component.pilotstatus.api-key", service.apiKey());
        properties.put("camel.component.pilotstatus.response-timeout", "60000");
        properties.put("campaign.per-second", "20");
        properties.put("campaign.period", "500");
        properties.put("webhook.register", "true");
        application = new Application(directory, properties);
        properties.put("webhook.public-url", "http://127.0.0.1:" + application.port());
        application.start();
    }

    /** A campaign waits for credit, is killed in the middle, and goes on: nobody gets it twice, and each contact has its row. */
    void campaign() throws Exception {
        service.faults().add(FaultRule.next(1, Fault.status(402)).to(Contacts.TWICE));
        service.faults().add(FaultRule.next(1, Fault.status(500)).to(Contacts.UNCLEAR));
        service.faults().add(FaultRule.next(1, Fault.stallAfterAcceptance()).to(Contacts.KILLED));
        application.campaign(Contacts.CAMPAIGN + ".csv", Contacts.csv());
        service.ledger().awaitMessage(Contacts.KILLED, SOON);
        assertThat(application.hasLogged("Campaign natal: waits at contact 1:")).isTrue();
        application.kill();
        told.accept(
                "a campaign of " + Contacts.size() + " contacts; the application is killed with the ninth on the wire");
        application.start();

        List<String> results = results();
        assertThat(results).hasSize(1 + Contacts.size());
        assertThat(results.get(0)).isEqualTo("\uFEFFnome;telefone;resultado;motivo;mensagem");
        assertThat(count(results, "enviado")).isEqualTo(16);
        assertThat(count(results, "em dúvida")).isEqualTo(2);
        assertThat(count(results, "repetido")).isEqualTo(1);
        assertThat(count(results, "recusado")).isEqualTo(6);
        assertThat(results).anyMatch(row -> row.startsWith("\"Silva; Conceição\";"));
        for (String phone : Contacts.phones()) {
            assertThat(service.ledger().to(phone)).as(phone).hasSize(phone.equals(Contacts.UNCLEAR) ? 0 : 1);
        }
        assertThat(variables(Contacts.TWICE).path("total").asText()).isEqualTo("R$ 1.201,50");
        told.accept("started again: 16 sent, 1 twice in the list, 6 refused, 2 in doubt; nobody got it twice");
    }

    /** What is no CSV is put aside. */
    void unreadable() throws Exception {
        application.campaign("broken.csv", "nome;telefone;pedido;total\r\n\"no end");
        await().atMost(SOON).until(() -> Files.exists(application.file("contacts/failed/broken.csv")));
        told.accept("a file that is no CSV was put aside");
    }

    /** A person decides what nobody knows, and puts the list there again: who did not get the campaign gets it now. */
    void undecided() throws Exception {
        assertThat(application.statusForStrangers("/office/undecided")).isEqualTo(401);
        JsonNode undecided = JSON.readTree(application.get("/office/undecided").body());
        assertThat(undecided).hasSize(2);
        // The oldest comes first, which is the one of the kill.
        decide(undecided.get(0), "ACCEPTED");
        decide(undecided.get(1), "REFUSED");
        assertThat(JSON.readTree(application.get("/office/undecided").body())).isEmpty();
        long before = service.ledger().count();
        Files.delete(application.file("results/" + Contacts.CAMPAIGN + ".csv"));
        application.campaign(Contacts.CAMPAIGN + ".csv", Contacts.csv());

        assertThat(count(results(), "enviado")).isEqualTo(18);
        assertThat(service.ledger().count()).isEqualTo(before + 1);
        assertThat(service.ledger().to(Contacts.UNCLEAR)).hasSize(1);
        assertThat(service.ledger().to(Contacts.KILLED)).hasSize(1);
        told.accept("a person decided the two in doubt; the list again: one message more, to the one who had none");
    }

    /** Somebody writes, is asked by buttons, and gets the answer of the button, as it is written in the YAML. */
    void menu() throws Exception {
        await().atMost(SOON).until(() -> service.webhooks().list().size() == 2);
        service.inbound().text(CUSTOMER, "Bom dia");
        LedgerEntry menu = service.ledger().awaitMessage(CUSTOMER, SOON);
        assertThat(menu.request().path("buttons")).hasSize(3);
        service.inbound().buttonTap(menu.id(), "boleto", "2ª via do boleto");
        LedgerEntry answer = service.ledger()
                .awaitMessage(entry -> entry.request().path("text").asText().startsWith("Sua 2ª via"), SOON);
        assertThat(answer.request().path("text").asText())
                .isEqualTo("Sua 2ª via está em https://example.com/boleto?loja=1&via=2\n"
                        + "Vence dia 10: R$ 59,90 + juros de 1% ao mês depois.");
        assertThat(answer.destination().is(CUSTOMER)).isTrue();
        told.accept("a customer wrote, was asked by buttons, tapped one, and got its answer");
    }

    /** A mail goes out; one that may have gone out brings no mail back; one that was refused does. */
    void mail() throws Exception {
        String phone = "+5511977770300";
        mailbox.write("[+55 11 97777-0300] Pedido", "Olá, seu pedido & nota saíram.\n");
        assertThat(service.ledger()
                        .awaitMessage(phone, SOON)
                        .request()
                        .path("text")
                        .asText())
                .isEqualTo("Olá, seu pedido & nota saíram.");

        mailbox.write("[+5511900000500] Pedido", "Isto pode ter saído.");
        await().atMost(SOON).until(() -> application.hasLogged("may have gone out, a person must look"));
        mailbox.write("[+5511900000400] Pedido", "Isto não sai.");
        await().atMost(SOON).until(() -> !mailbox.returned().isEmpty());
        assertThat(mailbox.returned())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .startsWith("Não foi por WhatsApp: [+5511900000400] Pedido")
                        .contains("Isto não sai."));
        told.accept("a mail went out; of two that did not, the refused one came back, the one in doubt did not");
    }

    /** An order of the shop is confirmed by template, its price as Brazil writes it. */
    void order() throws Exception {
        String order = "{\"phone\":\"(11) 97777-0400\",\"name\":\"Marina \\\"Má\\\"\",\"order\":1042,\"total\":1189.9}";
        assertThat(application.statusForStrangers("/office/orders")).isEqualTo(401);
        JsonNode answer =
                JSON.readTree(application.post("/office/orders", order).body());
        assertThat(answer.path("outcome").asText()).isEqualTo("ACCEPTED");
        assertThat(variables("+5511977770400").toString())
                .isEqualTo("{\"name\":\"Marina \\\"Má\\\"\",\"order\":\"1042\",\"total\":\"R$ 1.189,90\"}");
        var refused = application.post("/office/orders", order.replace("(11) 97777-0400", "123"));
        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body()).contains("LOCAL_PHONE_NUMBER_INVALID");
        var unreadable = application.post("/office/orders", order.replace(",\"total\":1189.9", ""));
        assertThat(unreadable.statusCode()).isEqualTo(400);
        application.post("/office/orders", order.replace("1189.9", "1190").replace("0400", "0401"));
        assertThat(variables("+5511977770401").path("total").asText()).isEqualTo("R$ 1.190,00");
        told.accept("an order was confirmed by template: R$ 1.189,90");
    }

    /** What became of the order's message is written down by the Pipe. */
    void states() throws Exception {
        String id = service.ledger().to("+5511977770400").get(0).id();
        Path states = application.file("data/states.jsonl");
        await().atMost(SOON)
                .until(() -> Files.exists(states)
                        && Files.readAllLines(states).stream()
                                .filter(line -> line.contains(id))
                                .anyMatch(line -> line.contains("message.read")));
        for (String line : Files.readAllLines(states).stream()
                .filter(written -> written.contains(id))
                .toList()) {
            assertThat(JSON.readTree(line).path("event").asText()).isIn("message.delivered", "message.read");
        }
        told.accept("delivered, and read: the Pipe wrote it down");
    }

    private void decide(JsonNode entry, String outcome) throws Exception {
        String key = URLEncoder.encode(entry.path("key").asText(), StandardCharsets.UTF_8);
        assertThat(application
                        .post("/office/undecided?key=" + key + "&outcome=" + outcome, null)
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode variables(String phone) {
        return service.ledger().to(phone).get(0).request().path("variables");
    }

    private List<String> results() throws IOException {
        Path results = application.file("results/" + Contacts.CAMPAIGN + ".csv");
        await().atMost(SOON)
                .until(() -> Files.exists(results)
                        && Files.exists(application.file("contacts/done/" + Contacts.CAMPAIGN + ".csv"))
                        && !Files.exists(application.file("contacts/" + Contacts.CAMPAIGN + ".csv")));
        return Files.readAllLines(results);
    }

    private static long count(List<String> rows, String result) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.split(";", -1)))
                .filter(result::equals)
                .count();
    }

    /** Where the application has written what it did. */
    Path log() {
        return application.log();
    }

    @Override
    public void close() throws InterruptedException {
        application.close();
        mailbox.close();
        service.close();
    }
}
