/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.settings.Settings;
import br.com.pilotstatus.simulator.state.MessageStatus;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import br.com.pilotstatus.simulator.support.Receiver;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {

    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);
    private final ApiClient control = ApiClient.at(simulator.origin() + "/_sim");

    private Answer post(String path, String json) {
        return control.call("POST", path, json);
    }

    @Test
    void itTellsThatItIsUp() {
        assertThat(control.get("/health").text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void itTellsNumbersAndKeys() {
        JsonNode account = control.get("/account").body();
        assertThat(account.at("/accountKey/value").textValue()).isEqualTo(simulator.accountKey());
        assertThat(account.at("/numbers/0/key/value").textValue()).isEqualTo(simulator.apiKey());
    }

    @Test
    void aResetForgetsEverything() {
        client.sendText(CUSTOMER);
        simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/", "*");
        post("/faults", "{\"fault\":{\"kind\":\"stall\"}}");
        post("/reset", null);
        assertThat(simulator.ledger().count()).isZero();
        assertThat(simulator.messages().list()).isEmpty();
        assertThat(simulator.webhooks().list()).isEmpty();
        assertThat(simulator.faults().list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "message.received   | text     | {'kind':'text','from':'+5511977770000','text':'Hi'}",
                "message.received   | image    | {'kind':'media','from':'+5511977770000','mediaType':'image','mediaLink':'http://127.0.0.1/a'}",
                "message.received   | reaction | {'kind':'reaction','from':'+5511977770000','text':'👍'}",
                "message.reply      | text     | {'kind':'reply','messageId':'ID','text':'Thanks'}",
                "message.reply      | button   | {'kind':'button','messageId':'ID','buttonId':'yes','text':'Yes'}",
                "message.group      | text     | {'kind':'group','groupId':'1@g.us','from':'+5511977770000','text':'Hi'}",
                "message.newsletter | text     | {'kind':'newsletter','newsletterId':'1@newsletter','from':'+5511977770000','text':'Hi'}"
            })
    void aCustomerActs(String event, String type, String json) {
        String id = client.sendText(CUSTOMER);
        Answer answer = post("/inbound", json.replace('\'', '"').replace("ID", id));
        assertThat(answer.body().get("event").textValue()).isEqualTo(event);
        assertThat(answer.body().at("/data/type").textValue()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "call.ringing            | RINGING   | {'kind':'ringing','from':'+5511977770000'}",
                "call.connected          | ACCEPTED  | {'kind':'connected','from':'+5511977770000','callId':'call_1'}",
                "call.ended              | COMPLETED | {'kind':'ended','from':'+5511977770000','status':'COMPLETED','seconds':42}",
                "call.missed             | FAILED    | {'kind':'missed','from':'+5511977770000'}",
                "call.permission_updated | TEMPORARY | {'kind':'permission','from':'+5511977770000','status':'TEMPORARY'}"
            })
    void aCustomerCalls(String event, String status, String json) {
        Answer answer = post("/calls", json.replace('\'', '"'));
        assertThat(answer.body().get("event").textValue()).isEqualTo(event);
        assertThat(answer.body().at("/data/status").textValue()).isEqualTo(status);
    }

    @Test
    void aCallThatRingsCanBeAcceptedOverTheApi() {
        String id = post("/calls", "{\"kind\":\"ringing\",\"from\":\"5511977770000\"}")
                .body()
                .at("/data/id")
                .textValue();
        client.call("POST", "/calls/" + id + "/accept", null);
        assertThat(client.get("/calls/" + id).body().get("status").textValue()).isEqualTo("ACCEPTED");
    }

    @Test
    void anInboundMessageThatLacksAFieldIsRefusedByItsName() {
        Answer answer = post("/inbound", "{\"kind\":\"text\",\"from\":\"+5511977770000\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("the field text is missing");
    }

    @Test
    void theLedgerCanBeAskedForARecipient() {
        String id = client.sendText(CUSTOMER);
        client.sendText("+5511977770001");
        JsonNode entries = control.get("/ledger?to=%2B5511977770000").body();
        assertThat(entries.findValuesAsText("id")).containsExactly(id);
    }

    @Test
    void aMessageShowsHowFarItCame() {
        String id = client.sendText(CUSTOMER);
        simulator.messages().awaitStatus(id, MessageStatus.READ, Duration.ofSeconds(5));
        assertThat(control.get("/messages/" + id).body().at("/progress/status").textValue())
                .isEqualTo("READ");
        assertThat(control.get("/messages").body()).hasSize(1);
    }

    @Test
    void theClockCanBeAdvanced() {
        Instant before = simulator.clock().now();
        Instant after = Instant.parse(post("/clock/advance", "{\"duration\":\"PT25H\"}")
                .body()
                .get("now")
                .textValue());
        assertThat(Duration.between(before, after)).isBetween(Duration.ofHours(25), Duration.ofMinutes(25 * 60 + 1));
    }

    @Test
    void aDurationThatIsNoneIsRefused() {
        assertThat(post("/clock/advance", "{\"duration\":\"25h\"}").text()).contains("ISO 8601");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "429 | {'next':1,'fault':{'kind':'status','status':429,'retryAfterSeconds':2}}",
                "503 | {'operation':'sendMessage','recipient':'+5511977770000','every':1,'fault':{'kind':'status','status':503,'bare':true}}",
                "202 | {'fault':{'kind':'delay','millis':1}}",
                "202 | {'fault':{'kind':'garbage-json'}}",
                "202 | {'fault':{'kind':'empty-answer'}}",
                "202 | {'fault':{'kind':'huge-body','bytes':100}}",
                "202 | {'fault':{'kind':'slow-drip','bytes':100,'everyMillis':1}}",
                "307 | {'fault':{'kind':'redirect','status':307,'location':'http://127.0.0.1:9/'}}"
            })
    void aFaultIsArmed(int status, String json) {
        assertThat(post("/faults", json.replace('\'', '"')).status()).isEqualTo(200);
        assertThat(client.send("{\"destinationNumber\":\"" + CUSTOMER + "\",\"text\":\"Hello\"}")
                        .status())
                .isEqualTo(status);
        assertThat(control.get("/faults").body().at("/0/struck").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'fault':{'kind':'earthquake'}}",
                "{'fault':{'kind':'status','status':99}}",
                "{'fault':{'kind':'stall','acepted':true}}",
                "{'next':0,'fault':{'kind':'stall'}}",
                "{'next':1,'every':2,'fault':{'kind':'stall'}}",
                "{'operation':'nope','fault':{'kind':'stall'}}",
                "{}"
            })
    void aFaultThatMakesNoSenseIsRefused(String json) {
        assertThat(post("/faults", json.replace('\'', '"')).status()).isEqualTo(400);
        assertThat(simulator.faults().list()).isEmpty();
    }

    @Test
    void faultsCanBeTakenBack() {
        String id = post("/faults", "{\"fault\":{\"kind\":\"stall\"}}")
                .body()
                .get("id")
                .asText();
        assertThat(control.call("DELETE", "/faults/" + id, null).text()).isEqualTo("{\"removed\":true}");
        post("/faults", "{\"fault\":{\"kind\":\"stall\"}}");
        control.call("DELETE", "/faults", null);
        assertThat(simulator.faults().list()).isEmpty();
    }

    @Test
    void settingsAreChangedInPart() {
        Answer answer = control.call("PATCH", "/settings", "{\"contract\":{\"freePlan\":true}}");
        assertThat(answer.body().at("/contract/freePlan").booleanValue()).isTrue();
        assertThat(simulator.settings())
                .isEqualTo(
                        Settings.defaults().with(Settings.defaults().contract().withFreePlan(true)));
    }

    @Test
    void theWebhookSecretCanBeSetButNotSeen() {
        Answer answer = control.call("PATCH", "/settings", "{\"delivery\":{\"secret\":\"very-secret\"}}");
        assertThat(answer.text() + control.get("/settings").text()).doesNotContain("very-secret");
        assertThat(simulator.settings().delivery().secret()).isEqualTo("very-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'contract':{'freeplan':true}}",
                "{'contract':{'cancelAnswer':'MAYBE'}}",
                "{'lifecycle':{'sentAfterMillis':-1}}",
                "{'delivery':{'maxAttempts':0}}",
                "{'retention':{'messages':1}}",
                "{'nonsense':{}}"
            })
    void aSettingThatMakesNoSenseIsRefused(String json) {
        Answer answer = control.call("PATCH", "/settings", json.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(simulator.settings()).isEqualTo(Settings.defaults());
    }

    @Test
    void attemptsAreListedAndSentAgain() throws IOException {
        try (Receiver receiver = new Receiver()) {
            simulator.webhooks().create(simulator.numberId(), receiver.url(), "*");
            simulator.inbound().text(CUSTOMER, "Hello");
            simulator.webhooks().awaitAttempt(a -> true, Duration.ofSeconds(5));
            assertThat(control.get("/webhooks/attempts").body().at("/0/success").booleanValue())
                    .isTrue();
            post("/webhooks/attempts/1/redeliver", null);
            assertThat(simulator
                            .webhooks()
                            .awaitAttempt(a -> a.sequence() == 2, Duration.ofSeconds(5))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anyEventCanBeSent() {
        simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/", "*");
        Answer answer = post(
                "/webhooks/emit",
                "{\"numberId\":\"" + simulator.numberId() + "\",\"event\":\"call.missed\",\"data\":{\"a\":1}}");
        assertThat(answer.text()).isEqualTo("{\"event\":\"call.missed\",\"data\":{\"a\":1},\"webhooks\":1}");
    }

    @Test
    void templatesAreAddedAndRemoved() {
        control.call("PUT", "/templates/farewell", "{\"category\":\"UTILITY\",\"body\":\"Bye {{name}}, take care.\"}");
        assertThat(client.get("/templates/farewell").body().get("variables")).hasToString("[\"name\"]");
        control.call("DELETE", "/templates/farewell", null);
        assertThat(client.get("/templates/farewell").status()).isEqualTo(404);
    }

    @Test
    void aNumberIsDisconnectedAndConnected() {
        post("/numbers/" + simulator.numberId() + "/disconnect", null);
        String text = "{\"destinationNumber\":\"" + CUSTOMER + "\",\"text\":\"Hello\"}";
        assertThat(client.send(text).status()).isEqualTo(409);
        post("/numbers/" + simulator.numberId() + "/connect", null);
        assertThat(client.send(text).status()).isEqualTo(202);
    }

    @Test
    void aPathItDoesNotHaveIsNotFound() {
        assertThat(control.get("/nope").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "http://localhost:3000", "http://127.0.0.1", "null"})
    void theApiIsForNoWebPageEither(String origin) {
        assertThat(ApiClient.of(simulator)
                        .with("origin", origin)
                        .get("/webhooks")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPageOfTheSimulatorItselfUsesIt() {
        assertThat(ApiClient.of(simulator)
                        .with("origin", simulator.origin())
                        .get("/webhooks")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWebPageOfAnotherSiteIsRefused() {
        assertThat(control.with("origin", "https://example.com").get("/ledger").status())
                .isEqualTo(403);
    }

    @Test
    void aForeignNameThatLeadsHereIsRefused() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.getOutputStream()
                    .write("GET /_sim/ledger HTTP/1.1\r\nhost: example.com\r\nconnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 403");
        }
    }
}
