/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.api.ApiKeys;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a service may answer that no simulator is known to do. */
class WebhookRegistrarTest {

    private static final String ADDRESS = "https://hooks.example.com/in";

    private final List<Operation> calls = new ArrayList<>();
    private String list = "[]";
    private String created = "{\"id\":\"wh1\"}";
    private final WebhookRegistrar registrar = new WebhookRegistrar(
            new WebhookCalls(new RequestFactory(new ApiKeys("key", null, null)), this::answer, null),
            new Subscription(ADDRESS, "a-token", List.of("message.sent"), null));

    private ApiResponse answer(ApiRequest request) {
        calls.add(request.operation());
        String body = request.operation() == Operation.WEBHOOKS_LIST ? list : created;
        return new ApiResponse(200, null, body.getBytes(UTF_8), 1);
    }

    @Test
    void aWebhookThatIsListedWithAnotherAddressIsKnownByItsId() {
        assertThatThrownBy(registrar::register).hasMessageContaining("not listed");
        list =
                "[{\"id\":\"wh1\",\"name\":\"camel-pilotstatus\",\"url\":\"https://hooks.example.com/in/?token=a-token\"}]";

        assertThat(registrar.register()).isEqualTo("wh1");
    }

    @Test
    void aWebhookThatIsNeverListedIsCreatedOnce() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(registrar::register).hasMessageContaining("not listed");
        }
        assertThat(calls).filteredOn(Operation.WEBHOOKS_CREATE::equals).hasSize(1);
    }

    @Test
    void anAnswerWithoutIdIsMadeUpForByTheList() {
        created = "{}";
        assertThatThrownBy(registrar::register).hasMessageContaining("not listed");
        list = "{\"webhooks\":[{\"id\":\"wh2\",\"url\":\"" + ADDRESS + "\"}]}";

        assertThat(registrar.register()).isEqualTo("wh2");
    }

    @Test
    void aListThatCannotBeReadIsNoReasonToCreate() {
        list = "<html>";

        assertThatThrownBy(registrar::register).hasMessageContaining("cannot be read");
        assertThat(calls).containsExactly(Operation.WEBHOOKS_LIST);
    }

    @Test
    void nothingIsRemovedThatWasNotRegistered() {
        registrar.unregister();

        assertThat(calls).isEmpty();
    }
}
