/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.MessageAccepted;
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class SendTest extends SimulatorTestSupport {

    private static JsonNode sent(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return onlySend().request();
    }

    @Test
    void aTextGoesToAPhone() {
        JsonNode sent = sent(send("pilotstatus:send?to=" + PHONE, "Olá, João & Maria: 100% + ção #1"));
        assertThat(sent.path("destinationNumber").asText()).isEqualTo(PHONE);
        assertThat(sent.path("text").asText()).isEqualTo("Olá, João & Maria: 100% + ção #1");
    }

    @Test
    void aTemplateTakesItsVariablesFromTheBody() {
        Map<String, Object> order = Map.of("name", "Ana", "order", 1042, "total", "R$ 10,00");
        JsonNode sent = sent(send("pilotstatus:send?templateId=order_confirmed&to=" + PHONE, order));
        assertThat(sent.path("templateId").asText()).isEqualTo("order_confirmed");
        assertThat(sent.at("/variables/order").isTextual()).isTrue();
        assertThat(sent.at("/variables/order").asText()).isEqualTo("1042");
    }

    @Test
    void optionsTakeExpressions() {
        String uri = "pilotstatus:send?templateId=order_confirmed&to=${header.phone}"
                + "&variables.name=${body[customer]}&variables.order=${body[id]}&variables.total=R$ ${body[total]}";
        Map<String, Object> order = Map.of("customer", "Zé & Cia", "id", 7, "total", "9,90");
        JsonNode sent = sent(send(uri, order, Map.of("phone", "(11) 98888-7777")));
        assertThat(sent.path("destinationNumber").asText()).isEqualTo(PHONE);
        assertThat(sent.at("/variables/name").asText()).isEqualTo("Zé & Cia");
        assertThat(sent.at("/variables/total").asText()).isEqualTo("R$ 9,90");
    }

    @Test
    void headersNameRecipientAndContent() {
        Map<String, Object> headers = Map.of(
                PilotStatusConstants.TO,
                PHONE,
                PilotStatusConstants.TEMPLATE_ID,
                "order_confirmed",
                PilotStatusConstants.VARIABLES,
                Map.of("name", "Ana", "order", "1", "total", "2"),
                PilotStatusConstants.LABELS,
                "vip, sp");
        JsonNode sent = sent(send("pilotstatus:send", null, headers));
        assertThat(sent.path("labels")).extracting(JsonNode::asText).containsExactly("vip", "sp");
        assertThat(sent.at("/variables/name").asText()).isEqualTo("Ana");
    }

    @Test
    void everyCommandHeaderIsReadAndThenRemoved() {
        Map<String, Object> media = Map.of(
                PilotStatusConstants.GROUP_ID, "120363123456789012@g.us",
                PilotStatusConstants.MEDIA, "https://example.com/a.pdf",
                PilotStatusConstants.MEDIA_TYPE, "document",
                PilotStatusConstants.FILE_NAME, "a.pdf",
                PilotStatusConstants.CAPTION, "The contract",
                PilotStatusConstants.DELIVER_AT, Instant.parse("2099-01-01T00:00:00Z"),
                PilotStatusConstants.DELIVER_UNTIL, "2099-01-01T03:00:00-03:00",
                PilotStatusConstants.LABELS, List.of("vip"));
        Exchange exchange = send("pilotstatus:send", null, media);
        JsonNode sent = sent(exchange);
        assertThat(sent.path("groupId").asText()).isEqualTo("120363123456789012@g.us");
        assertThat(sent.path("media").asText()).isEqualTo("https://example.com/a.pdf");
        assertThat(sent.path("mediaType").asText()).isEqualTo("document");
        assertThat(sent.path("fileName").asText()).isEqualTo("a.pdf");
        assertThat(sent.path("caption").asText()).isEqualTo("The contract");
        assertThat(sent.path("deliverAt").asText()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(sent.path("deliverUntil").asText()).isEqualTo("2099-01-01T06:00:00Z");
        assertThat(sent.path("labels")).extracting(JsonNode::asText).containsExactly("vip");
        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys(media.keySet().toArray(String[]::new));
    }

    @Test
    void aChannelMayBeNamedByAHeader() {
        JsonNode sent =
                sent(send("pilotstatus:send", "Hi", Map.of(PilotStatusConstants.NEWSLETTER_ID, "1@newsletter")));
        assertThat(sent.path("newsletterId").asText()).isEqualTo("1@newsletter");
    }

    @Test
    void aSendMessageIsTheMessage() {
        SendMessage message =
                SendMessage.builder().to(PHONE).text("Hi").markRead(false).build();
        JsonNode sent = sent(send("pilotstatus:send", message));
        assertThat(sent.path("markRead").asBoolean(true)).isFalse();
    }

    @Test
    void aMapIsTheMessageInTheNamesOfTheApi() {
        sent(send("pilotstatus:send", Map.of("destinationNumber", PHONE, "text", "Hi")));
        assertThat(onlySend().destination().is(PHONE)).isTrue();
    }

    @Test
    void bytesGoAsADocument() {
        String uri = "pilotstatus:send?mediaType=document&fileName=invoice.pdf&caption=Invoice&whatsappNumberId="
                + metaNumber() + "&accountKey=" + simulator().accountKey() + "&to=" + PHONE;
        JsonNode sent = sent(send(uri, "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        String content = Base64.getEncoder().encodeToString("%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(sent.path("media").asText()).isEqualTo("data:application/pdf;base64," + content);
        assertThat(sent.path("fileName").asText()).isEqualTo("invoice.pdf");
        assertThat(sent.path("caption").asText()).isEqualTo("Invoice");
    }

    private static String metaNumber() {
        return simulator().number(Provider.META).id();
    }

    @Test
    void theNumberNamedIsTheOneThatSends() {
        String uri =
                "pilotstatus:send?to=" + PHONE + "&accountKey=" + simulator().accountKey();
        sent(send(uri, "Hi", Map.of(PilotStatusConstants.WHATSAPP_NUMBER_ID, metaNumber())));
        assertThat(onlySend().numberId()).isEqualTo(metaNumber());
    }

    @Test
    void mediaOfAUrlKeepsItsUrl() {
        String uri = "pilotstatus:send?mediaType=image&media=RAW(https://example.com/a.jpg?x=1&y=2)&to=" + PHONE;
        assertThat(sent(send(uri, null)).path("media").asText()).isEqualTo("https://example.com/a.jpg?x=1&y=2");
    }

    @Test
    void groupsAndChannelsAreDestinations() {
        send("pilotstatus:send?groupId=120363123456789012@g.us", "Hi");
        send("pilotstatus:send?newsletterId=120363426657042325@newsletter", "Hi");
        assertThat(simulator().ledger().entries())
                .extracting(entry -> entry.request().path("groupId").asText()
                        + entry.request().path("newsletterId").asText())
                .containsExactly("120363123456789012@g.us", "120363426657042325@newsletter");
    }

    @Test
    void aUserIdIsADestination() {
        JsonNode sent = sent(send("pilotstatus:send?to=BR.13491208655302741918", "Hi"));
        assertThat(sent.path("destinationNumber").asText()).isEqualTo("BR.13491208655302741918");
    }

    @Test
    void buttonsHeaderAndFooterGoWithAText() {
        String uri = "pilotstatus:send?buttons=yes:Sim,no:Não&header=Pedido&footer=Loja&to=" + PHONE;
        JsonNode sent = sent(send(uri, "Confirma?"));
        assertThat(sent.at("/buttons/0/id").asText()).isEqualTo("yes");
        assertThat(sent.at("/buttons/1/text").asText()).isEqualTo("Não");
        assertThat(sent.path("header").asText()).isEqualTo("Pedido");
        assertThat(sent.path("footer").asText()).isEqualTo("Loja");
    }

    @Test
    void aSendIsScheduledWithADeadline() {
        String uri =
                "pilotstatus:send?deliverAt=2099-12-24T18:00:00-03:00&deliverUntil=2099-12-24T22:00:00Z&to=" + PHONE;
        JsonNode sent = sent(send(uri, "Hi"));
        assertThat(sent.path("deliverAt").asText()).isEqualTo("2099-12-24T21:00:00Z");
        assertThat(sent.path("deliverUntil").asText()).isEqualTo("2099-12-24T22:00:00Z");
    }

    @Test
    void theRewritingOfAMarketingTemplateIsAnOption() {
        simulator().templates().put("promo", SimulatedTemplate.Category.MARKETING, "Big sale this week!");
        String uri = "pilotstatus:send?templateId=promo&aiRewriteEnabled=false&to=" + PHONE;
        JsonNode sent = sent(send(uri, null));
        assertThat(sent.at("/marketingOptions/aiRewriteEnabled").isBoolean()).isTrue();
    }

    @Test
    void idsGoIntoHeadersAndTheBodyStays() {
        Exchange exchange = send("pilotstatus:send?to=" + PHONE, "Hi");
        LedgerEntry entry = onlySend();
        assertThat(exchange.getMessage().getBody()).isEqualTo("Hi");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.MESSAGE_ID, entry.id())
                .containsEntry(PilotStatusConstants.CORRELATION_ID, entry.correlationId())
                .containsEntry(PilotStatusConstants.STATUS, "QUEUED")
                .containsEntry(PilotStatusConstants.OUTCOME, "ACCEPTED")
                .containsEntry(PilotStatusConstants.RESPONSE_CODE, 202)
                .containsEntry(PilotStatusConstants.ATTEMPTS, 1)
                .containsEntry(PilotStatusConstants.RETRYABLE, false);
    }

    @Test
    void theAnswerIsTheBodyWhenTheRouteAsksForIt() {
        Exchange exchange = send("pilotstatus:send?result=body&to=" + PHONE, "Hi");
        assertThat(exchange.getMessage().getBody(MessageAccepted.class).id())
                .isEqualTo(onlySend().id());
    }

    @Test
    void commandsAreRemovedSoThatTheNextSendStartsClean() {
        Map<String, Object> headers =
                Map.of(PilotStatusConstants.TO, PHONE, PilotStatusConstants.TEXT, "Hi", "Other", "stays");
        Exchange exchange = send("pilotstatus:send", null, headers);
        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys(PilotStatusConstants.TO, PilotStatusConstants.TEXT)
                .containsEntry("Other", "stays");
    }

    @Test
    void commandsStayAfterAFailureSoThatTheRouteCanSendAgain() {
        Map<String, Object> headers = Map.of(PilotStatusConstants.TO, "12", PilotStatusConstants.TEXT, "Hi");
        Exchange exchange = send("pilotstatus:send", null, headers);
        assertThat(exchange.getException()).isInstanceOf(PilotStatusValidationException.class);
        assertThat(exchange.getMessage().getHeaders()).containsKeys(PilotStatusConstants.TO, PilotStatusConstants.TEXT);
    }

    @Test
    void aMessageThatBreaksARuleIsNotSentAndSaysSoInHeaders() {
        Exchange exchange = send("pilotstatus:send?to=" + PHONE, null);
        assertThat(exchange.getException()).isInstanceOf(PilotStatusValidationException.class);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "REFUSED")
                .containsEntry(PilotStatusConstants.RETRYABLE, false)
                .containsEntry(PilotStatusConstants.ATTEMPTS, 0);
        assertThat(simulator().requests().all()).isEmpty();
    }

    @Test
    void aBodyCannotRedirectARouteThatNamesItsRecipient() {
        sent(send("pilotstatus:send?to=" + PHONE, Map.of("destinationNumber", "+5511900000000", "text", "Hi")));
        assertThat(onlySend().destination().is(PHONE)).isTrue();
    }

    @Test
    void valuesReachTheServiceUnchangedFromAnyDsl() {
        String text = "a+b & c#d %41 ção é ${x} 100%";
        assertThat(sent(send("direct:java", null, Map.of("text", text)))
                        .path("text")
                        .asText())
                .isEqualTo(text);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:java").toD("pilotstatus:send?to=" + PHONE + "&text=${header.text}");
            }
        };
    }

    @Test
    void severalMessagesOfOneRouteAreSeparateSends() {
        for (String text : List.of("a", "b", "c")) {
            send("pilotstatus:send?to=" + PHONE, text);
        }
        assertThat(simulator().ledger().entries())
                .extracting(entry -> entry.request().path("text").asText())
                .containsExactly("a", "b", "c");
    }
}
