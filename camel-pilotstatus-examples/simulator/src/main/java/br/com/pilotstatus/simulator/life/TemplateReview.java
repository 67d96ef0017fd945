/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.life;

import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import br.com.pilotstatus.simulator.state.World;

/** Plays Meta's review: what waits is approved after a while; a name that ends in {@code _rejected} is rejected. */
public final class TemplateReview {

    private static final String REJECTED_SUFFIX = "_rejected";

    private final World world;

    public TemplateReview(World world) {
        this.world = world;
    }

    /** Starts the review of a template, if Meta has to see it. */
    public void begin(SimulatedTemplate template) {
        if ("PENDING".equals(template.metaStatus())) {
            long millis = world.settings().resources().templateReviewMillis();
            String verdict = template.name().endsWith(REJECTED_SUFFIX) ? "REJECTED" : "APPROVED";
            // A template that was changed or removed meanwhile is no longer the one under review.
            world.clock()
                    .schedule(
                            world.clock().now().plusMillis(millis),
                            () -> world.templates().replace(template, template.withMetaStatus(verdict)));
        }
    }
}
