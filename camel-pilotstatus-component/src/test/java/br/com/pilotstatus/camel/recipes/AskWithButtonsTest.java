/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipe that asks back with buttons, against the simulator. */
@Timeout(120)
class AskWithButtonsTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CUSTOMER = "+5511977770000";

    private static Database database;

    private final Node node = new Node();

    /** As the page shows them. */
    static final class Routes extends RouteBuilder {
        @Override
        public void configure() {
            from("pilotstatus:webhook?events=message.received,message.reply")
                    .choice()
                    .when(header(PilotStatusConstants.EVENT_BUTTON_ID).isNotNull())
                    .to("sql:update question set answer = :#CamelPilotStatusEventButtonId"
                            + " where message_id = :#CamelPilotStatusEventMessageId")
                    .filter(header("CamelSqlUpdateCount").isEqualTo(0))
                    .throwException(new IllegalStateException("The question of this answer is not known yet"))
                    .endChoice()
                    .otherwise()
                    .to("pilotstatus:send?to=${header.CamelPilotStatusEventSender}&bodyAs=none"
                            + "&text=Shall we call you back?&buttons=today:Today,tomorrow:Tomorrow,no:No"
                            + "&idempotencyKey=question-${header.CamelPilotStatusEventWhatsappMessageId}")
                    .to("sql:insert into question (message_id, customer)"
                            + " values (:#CamelPilotStatusMessageId, :#CamelPilotStatusEventSender)")
                    .end();
        }
    }

    @BeforeAll
    static void startDatabase() throws Exception {
        database = new Database();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @BeforeEach
    void createTable() throws Exception {
        database.execute("drop table if exists question");
        database.execute(RecipesPage.block("sql", "create table question"));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private PilotStatusSimulator start(Language language) throws Exception {
        node.bind("dataSource", database.pool());
        language.addTo(node, new Routes(), "Shall we call you back?");
        node.start();
        PilotStatusSimulator simulator = EXTENSION.simulator();
        simulator.webhooks().create(simulator.numberId(), node.webhookUrl(), "*");
        return simulator;
    }

    @ParameterizedTest
    @EnumSource
    void theTapIsJoinedToWhatWasAsked(Language language) throws Exception {
        PilotStatusSimulator simulator = start(language);

        simulator.inbound().text(CUSTOMER, "I need help");
        LedgerEntry question = simulator.ledger().awaitMessage(CUSTOMER, SOON);
        assertThat(question.request().at("/buttons/1/id").asText()).isEqualTo("tomorrow");
        simulator.inbound().buttonTap(question.id(), "tomorrow", "Tomorrow");

        await().atMost(SOON).until(() -> answers().equals(List.of(question.id() + " " + CUSTOMER + " tomorrow")));
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionThatCouldNotBeNotedIsNotAskedTwice(Language language) throws Exception {
        PilotStatusSimulator simulator = start(language);
        database.execute("alter table question rename to elsewhere");

        assertThat(node.deliver(Events.received("cmq1")).statusCode()).isEqualTo(500);
        database.execute("alter table elsewhere rename to question");
        assertThat(node.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);

        assertThat(simulator.ledger().entries()).hasSize(1);
        assertThat(answers())
                .containsExactly(simulator.ledger().entries().get(0).id() + " " + CUSTOMER + " none");
    }

    @ParameterizedTest
    @EnumSource
    void eachMessageIsAskedBackThoughMetaTellsOfIt(Language language) throws Exception {
        PilotStatusSimulator simulator = start(language);

        assertThat(node.deliver(Events.receivedFromMeta("1")).statusCode()).isEqualTo(200);
        assertThat(node.deliver(Events.receivedFromMeta("2")).statusCode()).isEqualTo(200);

        assertThat(simulator.ledger().entries()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aTapThatOvertakesTheNoteComesAgain(Language language) throws Exception {
        start(language);
        String tap = """
                {"event":"message.reply","data":{"id":"cmq2","messageRepliedId":"cmq1","buttonId":"no",\
                "type":"button","from":"%s","content":"No"}}""".formatted(CUSTOMER);

        assertThat(node.deliver(tap).statusCode()).isEqualTo(500);
        database.execute("insert into question (message_id, customer) values ('cmq1', '" + CUSTOMER + "')");
        assertThat(node.deliver(tap).statusCode()).isEqualTo(200);

        assertThat(answers()).containsExactly("cmq1 " + CUSTOMER + " no");
    }

    private static List<String> answers() throws Exception {
        return database.query("select message_id || ' ' || customer || ' ' || coalesce(answer, 'none') from question");
    }
}
