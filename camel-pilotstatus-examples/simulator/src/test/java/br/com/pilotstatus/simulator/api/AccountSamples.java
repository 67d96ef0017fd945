/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.support.ApiClient;
import java.util.List;

/** Answers about branding, the subscription, payment, embedding and projects. */
final class AccountSamples {

    private static final String EXTRA = "/subscription/extra-numbers";
    private static final String CHAT = "{'surface':'chat','allowedOrigins':['https://example.com']}";

    static final List<Sample> LIST = List.of(
            Sample.tenant("getBranding", "none", 200, "GET /branding"),
            Sample.tenant("updateBranding", "a color", 200, "PUT /branding", "{'primaryColor':'#00aa11'}"),
            Sample.tenant("updateBranding", "nothing", 200, "PUT /branding"),
            Sample.tenant("updateBranding", "no color", 400, "PUT /branding", "{'primaryColor':'green'}"),
            Sample.tenant("previewExtraNumbers", "two", 200, "GET " + EXTRA + "?quantity=2"),
            Sample.tenant("buyExtraNumbers", "one", 200, "POST " + EXTRA, "{'confirm':true}"),
            new Sample("buyExtraNumbers", "on the free plan", 200, s -> {
                s.configure(settings -> settings.with(settings.contract().withFreePlan(true)));
                return ApiClient.ofTenant(s).call("POST", EXTRA, "{\"confirm\":true}");
            }),
            Sample.tenant("buyExtraNumbers", "minus one", 400, "POST " + EXTRA, "{'quantity':-1}"),
            Sample.tenant("buyExtraNumbers", "unconfirmed", 409, "POST " + EXTRA),
            Sample.tenant("releaseExtraNumbers", "one", 200, "DELETE " + EXTRA),
            Sample.tenant("releaseExtraNumbers", "none", 400, "DELETE " + EXTRA, "{'quantity':0}"),
            Sample.tenant("releaseExtraNumbers", "all", 409, "DELETE " + EXTRA, "{'quantity':4}"),
            Sample.tenant("createCheckout", "a card", 201, "POST /billing/checkout", "{'purpose':'add_card'}"),
            Sample.tenant(
                    "createCheckout",
                    "a sum",
                    201,
                    "POST /billing/checkout",
                    "{'purpose':'wallet_topup','amount':50.5}"),
            Sample.tenant("createCheckout", "no sum", 400, "POST /billing/checkout", "{'purpose':'wallet_topup'}"),
            Sample.number("createEmbedSession", "chat", 201, "POST /embed/sessions", CHAT),
            Sample.tenant("createEmbedSession", "chat of no number", 400, "POST /embed/sessions", CHAT),
            Sample.tenant("listProjects", "none", 200, "GET /projects"),
            Sample.tenant("createProject", "new", 201, "POST /projects", "{'name':'Spring Sale'}"),
            Sample.tenant("createProject", "without a name", 400, "POST /projects", "{'name':' '}"));

    private AccountSamples() {}
}
