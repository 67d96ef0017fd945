/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.ofMeta(simulator);

    private void customerFollowsAdvertisement120() {
        simulator.inbound(simulator.number(Provider.META).id()).referred("+5511977770000", "Hello", "ad", "120");
    }

    @Test
    void theNamesOfAnAdvertisementAreKnownAWhileLater() {
        customerFollowsAdvertisement120();
        assertThat(client.get("/referrals").body().at("/referrals/0/adName").isNull())
                .isTrue();
        simulator.clock().advance(Duration.ofSeconds(6));
        JsonNode referral = client.get("/referrals").body().at("/referrals/0");
        assertThat(referral.get("sourceId").textValue()).isEqualTo("120");
        assertThat(referral.get("adName").textValue()).isNotBlank();
        assertThat(referral.get("namesResolvedAt").textValue()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "sourceType=ad&sourceId=120, 1",
        "sourceType=post, 0",
        "sourceId=121, 0",
    })
    void onlyReferralsThatAreAskedForAreListed(String query, int total) {
        customerFollowsAdvertisement120();
        assertThat(client.get("/referrals?" + query).body().get("total").intValue())
                .isEqualTo(total);
    }
}
