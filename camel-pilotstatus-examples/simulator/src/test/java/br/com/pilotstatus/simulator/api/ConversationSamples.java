/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import java.time.Duration;
import java.util.List;

/** Answers about conversations. */
final class ConversationSamples {

    private static final String CUSTOMER = "+5511977770000";

    static final List<Sample> LIST = List.of(
            new Sample("listMessageHistory", "both directions", 200, s -> history(s, Provider.PILOT_STATUS)),
            new Sample("listMessageHistory", "of a Meta number", 200, s -> history(s, Provider.META)),
            Sample.number(
                    "listMessageHistory",
                    "days in the wrong order",
                    400,
                    "GET /messages/history?startDate=2026-02-01T00:00:00Z&endDate=2026-01-01T00:00:00Z"),
            Sample.number("listMessageHistory", "no page", 400, "GET /messages/history?page=0"),
            new Sample("listGroupMessages", "both directions", 200, ConversationSamples::groupMessages),
            Sample.meta("listGroupMessages", "a Meta number", 400, "GET /messages/group"),
            new Sample("listUnreadMessages", "a text and media", 200, ConversationSamples::unread),
            Sample.number("listUnreadMessages", "a page too large", 400, "GET /messages/unread?pageSize=101"),
            new Sample("listConversations", "of every kind", 200, ConversationSamples::conversations),
            Sample.number("listConversations", "no time", 400, "GET /conversations?startDate=today"),
            Sample.number("checkOptIn", "a stranger", 200, "GET /messages/opt-in?destinationNumber=%2B5511977770000"),
            new Sample("checkOptIn", "a customer who wrote", 200, ConversationSamples::optedIn),
            Sample.number("checkOptIn", "nobody", 400, "GET /messages/opt-in"),
            new Sample("listReferrals", "one", 200, s -> {
                s.inbound().referred(CUSTOMER, "Hello", "ad", "120");
                s.clock().advance(Duration.ofMinutes(1));
                return ApiClient.of(s).get("/referrals");
            }),
            Sample.number("listReferrals", "of no kind there is", 400, "GET /referrals?sourceType=x"));

    private ConversationSamples() {}

    private static Answer history(PilotStatusSimulator s, Provider provider) {
        var number = s.number(provider);
        var customers = s.inbound(number.id());
        customers.text(CUSTOMER, "Hello");
        customers.media(CUSTOMER, "image", "https://example.com/a.jpg", "A caption", "a.jpg");
        ApiClient client =
                ApiClient.at(s.baseUrl()).with("x-api-key", number.key().value());
        String id = client.sendText(CUSTOMER);
        client.send("{\"destinationNumber\":\"+5511977770000\",\"media\":\"https://example.com/a.png\","
                + "\"mediaType\":\"image\"}");
        s.clock().advance(Duration.ofMinutes(1));
        customers.buttonTap(id, "yes", "Yes");
        return client.get("/messages/history");
    }

    private static Answer groupMessages(PilotStatusSimulator s) {
        s.inbound().group("1203@g.us", "Store team", CUSTOMER, "Stock is in");
        ApiClient.of(s).send("{\"groupId\":\"1203@g.us\",\"text\":\"Thanks\"}");
        return ApiClient.of(s).get("/messages/group?startDate=2020-01-01T00:00:00Z");
    }

    private static Answer unread(PilotStatusSimulator s) {
        s.inbound().text(CUSTOMER, "Hello");
        s.inbound().media(CUSTOMER, "audio", "https://example.com/a.ogg", null, null);
        return ApiClient.of(s).get("/messages/unread");
    }

    private static Answer conversations(PilotStatusSimulator s) {
        s.inbound().text(CUSTOMER, "Hello");
        s.inbound().text("BR.13491208655302741918", "Hello");
        s.inbound().group("1203@g.us", null, CUSTOMER, "Stock is in");
        s.inbound().newsletter("1203@newsletter", "News", CUSTOMER, "Opening hours");
        return ApiClient.of(s).get("/conversations");
    }

    private static Answer optedIn(PilotStatusSimulator s) {
        s.inbound().text(CUSTOMER, "Hello");
        return ApiClient.of(s).get("/messages/opt-in?destinationNumber=%2B5511977770000");
    }
}
