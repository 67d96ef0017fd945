/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusAuthenticationException;
import br.com.pilotstatus.camel.error.PilotStatusConflictException;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.model.NumberCheck;
import br.com.pilotstatus.camel.model.NumberLink;
import br.com.pilotstatus.camel.model.NumberStatus;
import br.com.pilotstatus.camel.model.Page;
import br.com.pilotstatus.camel.model.Referral;
import br.com.pilotstatus.camel.model.WhatsappNumber;
import br.com.pilotstatus.simulator.state.Provider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The calls about numbers and the account against the simulator. */
class AccountCallsTest extends SimulatorTestSupport {

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setAccountKey(simulator().accountKey());
    }

    private <T> T ask(String call, Object body, Class<T> type) {
        Exchange exchange = send("pilotstatus:" + call, body);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isInstanceOf(type);
        return type.cast(exchange.getMessage().getBody());
    }

    private <T> T ask(String call, Class<T> type) {
        return ask(call, null, type);
    }

    private static String accountKey() {
        return "apiKey=" + simulator().accountKey();
    }

    @Test
    void numbersAreListed() {
        assertThatObject(ask("numbers-list?" + accountKey(), List.class))
                .asInstanceOf(LIST)
                .extracting(number -> ((WhatsappNumber) number).id())
                .contains(simulator().numberId());
    }

    @Test
    void aNumberSaysHowItIs() {
        String id = simulator().numberId();
        assertThat(ask("numbers-get?param.refresh=1&id=" + id, WhatsappNumber.class)
                        .health())
                .isNotNull();
        assertThat(ask("numbers-status?id=" + id, NumberStatus.class).state()).isEqualTo("OPEN");
    }

    @Test
    void aNumberThatIsNotConnectedShowsItsCode() {
        simulator().numbers().disconnect(simulator().numberId());
        assertThat(ask("numbers-connect?id=" + simulator().numberId(), NumberLink.class)
                        .qrcodeBase64())
                .isNotEmpty();
    }

    @Test
    void aNumberIsLoggedOutByItsInstanceAndNoLongerSends() {
        ask("numbers-logout?id=" + simulator().number(Provider.PILOT_STATUS).instanceId(), Map.class);
        assertThat(ask("numbers-status?id=" + simulator().numberId(), NumberStatus.class)
                        .state())
                .isEqualTo("CLOSE");
        assertThat(send("pilotstatus:send?to=+5511977770000&text=Hi", null).getException())
                .isInstanceOf(PilotStatusConflictException.class);
    }

    @Test
    void theSettingsOfANumberAreChanged() {
        Map<?, ?> settings = Map.of("settings", Map.of("rejectCall", true));
        assertThatObject(ask("numbers-update?id=" + simulator().numberId(), settings, Map.class))
                .asInstanceOf(MAP)
                .containsEntry("settings", Map.of("rejectCall", true));
    }

    @Test
    void theIdOfAnInstanceSelectsNoNumber() {
        String options = "whatsappNumberId=" + simulator().number(Provider.META).instanceId() + "&" + accountKey();
        assertThat(send("pilotstatus:messages-unread?" + options, null).getException())
                .isInstanceOf(PilotStatusAuthenticationException.class);
    }

    @Test
    void aNumberThatExistsIsAConflict() {
        assertThat(send(
                                "pilotstatus:numbers-create?confirm=true&" + accountKey(),
                                Map.of("name", "Branch", "number", "+5511988880000"))
                        .getException())
                .isInstanceOf(PilotStatusConflictException.class);
    }

    @Test
    void whatBroughtCustomersIsListedWithItsNamesOnceTheyAreKnown() {
        simulator().inbound().referred("+5511977770000", "Hello", "ad", "120");
        Page<?> page = ask("referrals-list?param.sourceType=ad", Page.class);
        assertThat(((Referral) page.items().get(0)).sourceId()).isEqualTo("120");
        assertThat(((Referral) page.items().get(0)).campaignName()).isNull();
        simulator().clock().advance(Duration.ofMinutes(1));
        List<?> all = ask("referrals-list?pages=all", List.class);
        assertThat(((Referral) all.get(0)).campaignName()).isNotBlank();
        assertThat(((Referral) all.get(0)).namesResolvedAt()).isNotNull();
    }

    @Test
    void numbersAreChecked() {
        List<?> checks = ask("numbers-check?param.numbers=5511977770000, 5511900000203", List.class);
        assertThat(checks)
                .extracting(check -> ((NumberCheck) check).input())
                .containsExactly("5511977770000", "5511900000203");
        assertThat(((NumberCheck) checks.get(0)).exists()).isTrue();
    }

    @Test
    void aNumberIsPairedByALinkThatNeedsNoKey() {
        Map<?, ?> pairing = ask(
                "numbers-remote-pairing?confirm=true&" + accountKey(),
                Map.of("name", "Branch", "number", "(11) 98888-0002"),
                Map.class);
        String token = (String) pairing.get("remotePairingToken");
        assertThatObject(ask("pairing-get?id=" + token, Map.class))
                .asInstanceOf(MAP)
                .containsEntry("valid", true);
        assertThat(ask("pairing-connect?id=" + token, NumberLink.class).qrcodeBase64())
                .isNotEmpty();
        assertThat(ask("pairing-status?id=" + token, NumberStatus.class).isFullyConnected())
                .isFalse();
    }

    @Test
    void aNumberIsDeletedOnceTheAuthorConfirms() {
        String options = "confirm=true&" + accountKey();
        ask("numbers-create?" + options, Map.of("name", "Branch", "number", "+5511988880002"), Map.class);
        String id = simulator().numbers().list().get(2).id();
        assertThatObject(ask("numbers-delete?id=" + id + "&" + options, Map.class))
                .asInstanceOf(MAP)
                .containsEntry("ok", true);
        assertThat(send("pilotstatus:numbers-get?id=" + id + "&" + accountKey(), null)
                        .getException())
                .isInstanceOf(PilotStatusNotFoundException.class);
    }

    @Test
    void keysAreListedWithTheKeyOfTheAccount() {
        assertThatObject(ask("api-keys-list", List.class))
                .asString()
                .contains(simulator().numberId());
    }

    @Test
    void theKeyOfANumberIsNotEnoughForTheAccountAndTheErrorSaysSo() {
        Exchange exchange =
                send("pilotstatus:api-keys-list?accountKey=" + simulator().apiKey(), null);
        assertThat(exchange.getException())
                .isInstanceOf(PilotStatusAuthenticationException.class)
                .hasMessageContaining("this call takes the key of the account (accountKey)");
    }

    @Test
    void brandingIsChangedAndCleared() {
        ask("branding-update", Map.of("companyName", "Shop", "primaryColor", "#102030"), Map.class);
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("primaryColor", null);
        ask("branding-update", cleared, Map.class);
        Map<?, ?> branding = (Map<?, ?>) ask("branding-get", Map.class).get("branding");
        assertThat(branding.get("companyName")).isEqualTo("Shop");
        assertThat(branding.get("primaryColor")).isNull();
    }

    @Test
    void numbersAreBoughtByAnAuthorWhoConfirmsTwice() {
        assertThatObject(ask("subscription-numbers-preview?param.quantity=2", Map.class))
                .asInstanceOf(MAP)
                .containsEntry("requested", 2);
        String uri = "subscription-numbers-buy?confirm=true&param.quantity=2";
        assertThat(send("pilotstatus:" + uri, null).getMessage().getHeader(PilotStatusConstants.ERROR_CODE))
                .isEqualTo("CONFIRMATION_REQUIRED");
        assertThatObject(ask(uri + "&param.confirm=true", Map.class))
                .asInstanceOf(MAP)
                .containsEntry("success", true);
    }

    @Test
    void aCheckoutAnEmbedSessionAndAProjectAreMade() {
        assertThatObject(ask("billing-checkout?confirm=true&param.purpose=add_card", Map.class))
                .asInstanceOf(MAP)
                .containsKey("url");
        assertThatObject(ask(
                        "embed-sessions-create?param.surface=chat&param.allowedOrigins=https://shop.example",
                        Map.class))
                .asInstanceOf(MAP)
                .containsKeys("token", "expiresAt");
        Map<?, ?> project = ask("projects-create?param.name=Shop", Map.class);
        assertThatObject(ask("projects-list", List.class)).asString().contains((String) project.get("id"));
    }
}
