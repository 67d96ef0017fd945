/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.account;

import static java.util.Map.entry;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.state.World;
import java.util.Map;

/** What the API offers to the owner of the account. */
public final class AccountOperations {

    private AccountOperations() {}

    /** The operations by their ids in the document. */
    public static Map<String, ApiOperation> of(World world) {
        ApiKeyResource keys = new ApiKeyResource(world);
        BrandingResource branding = new BrandingResource(world);
        ExtraNumberResource extraNumbers = new ExtraNumberResource(world);
        ProjectResource projects = new ProjectResource(world);
        CheckoutResource checkouts = new CheckoutResource(world);
        EmbedSessionResource sessions = new EmbedSessionResource(world);
        return Map.ofEntries(
                entry("listApiKeys", keys::list),
                entry("regenerateNumberApiKey", keys::regenerate),
                entry("rotateApiKey", keys::rotate),
                entry("getBranding", branding::get),
                entry("updateBranding", branding::update),
                entry("previewExtraNumbers", extraNumbers::preview),
                entry("buyExtraNumbers", extraNumbers::buy),
                entry("releaseExtraNumbers", extraNumbers::release),
                entry("createCheckout", checkouts::create),
                entry("createEmbedSession", sessions::create),
                entry("listProjects", projects::list),
                entry("createProject", projects::create));
    }
}
