/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);
    private final ApiClient tenant = ApiClient.ofTenant(simulator);

    private static String rotated(ApiClient as) {
        return as.call("POST", "/api-keys/regenerate", null).body().get("key").textValue();
    }

    private Answer extraNumbers(String method, String json) {
        return tenant.call(method, "/subscription/extra-numbers", json);
    }

    @Test
    void aRotatedKeyStopsWorkingAtOnce() {
        String key = rotated(client);
        assertThat(client.get("/templates").status()).isEqualTo(401);
        assertThat(client.with("x-api-key", key).get("/templates").status()).isEqualTo(200);
        assertThat(simulator.apiKey()).isEqualTo(key);
    }

    @Test
    void theTenantKeyIsRotatedToo() {
        String key = rotated(tenant);
        assertThat(tenant.get("/api-keys").status()).isEqualTo(401);
        assertThat(tenant.with("x-api-key", key).get("/api-keys").status()).isEqualTo(200);
    }

    @Test
    void aNewKeyIsShownOnce() {
        assertThat(tenant.get("/api-keys").body().at("/0/key").textValue()).isEqualTo(simulator.apiKey());
        String key = tenant.call("POST", "/api-keys", ApiClient.json("whatsappNumberId", simulator.numberId()))
                .body()
                .get("key")
                .textValue();
        JsonNode listed = tenant.get("/api-keys").body().get(0);
        assertThat(listed.get("key").isNull()).isTrue();
        assertThat(listed.get("keyLast4").textValue()).isEqualTo(key.substring(key.length() - 4));
    }

    @Test
    void anotherNumbersKeyStays() {
        rotated(client);
        assertThat(ApiClient.ofMeta(simulator).get("/templates").status()).isEqualTo(200);
    }

    @Test
    void aResetBringsTheFirstKeyBack() {
        rotated(client);
        simulator.reset();
        assertThat(client.get("/templates").status()).isEqualTo(200);
    }

    @Test
    void brandingIsMergedAndNullClears() {
        tenant.call("PUT", "/branding", "{\"companyName\":\"Store\",\"primaryColor\":\"#00aa11\"}");
        tenant.call("PUT", "/branding", "{\"primaryColor\":null,\"subtitle\":\"Flowers\"}");
        assertThat(tenant.get("/branding").body().get("branding"))
                .hasToString("{\"companyName\":\"Store\",\"subtitle\":\"Flowers\"}");
    }

    @Test
    void boughtNumbersCanBeUsedAndGivenBack() {
        assertThat(extraNumbers("POST", "{\"quantity\":2,\"confirm\":true}")
                        .body()
                        .get("maxNumbers")
                        .intValue())
                .isEqualTo(7);
        assertThat(extraNumbers("DELETE", "{\"quantity\":5}")
                        .body()
                        .get("paidExtraNumbers")
                        .intValue())
                .isEqualTo(1);
        assertThat(extraNumbers("DELETE", null).code()).isEqualTo("NUMBER_LIMIT_EXCEEDED");
    }

    @Test
    void aPurchaseMustBeConfirmed() {
        assertThat(extraNumbers("POST", null).code()).isEqualTo("CONFIRMATION_REQUIRED");
    }

    @Test
    void anEmbedSessionOfANumberKeyIsForThatNumber() {
        JsonNode session = client.call(
                        "POST",
                        "/embed/sessions",
                        "{\"surface\":\"chat\",\"allowedOrigins\":[\"https://example.com\"],\"ttlSeconds\":60}")
                .body();
        assertThat(session.at("/whatsappNumberIds/0").textValue()).isEqualTo(simulator.numberId());
        Instant expiry = Instant.parse(session.get("expiresAt").textValue());
        assertThat(Duration.between(simulator.clock().now(), expiry))
                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }

    @Test
    void anOriginWithAPathIsRefused() {
        Answer answer = client.call(
                "POST",
                "/embed/sessions",
                "{\"surface\":\"connect\",\"allowedOrigins\":[\"https://example.com/page\"]}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aProjectGetsASlug() {
        client.call("POST", "/projects", "{\"name\":\"Spring Sale\",\"description\":\"April\"}");
        JsonNode project = client.get("/projects").body().get(0);
        assertThat(project.get("slug").textValue()).isEqualTo("spring-sale");
        assertThat(project.get("description").textValue()).isEqualTo("April");
    }
}
