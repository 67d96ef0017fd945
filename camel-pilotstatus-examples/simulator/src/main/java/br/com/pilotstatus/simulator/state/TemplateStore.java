/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import br.com.pilotstatus.simulator.state.SimulatedTemplate.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The templates of the account, found by id or name, with a few to begin with. */
public final class TemplateStore {

    private final Map<String, SimulatedTemplate> byName = new ConcurrentSkipListMap<>();
    private final Ids ids;

    public TemplateStore(Ids ids) {
        this.ids = ids;
        reset();
    }

    /** The templates in order of their names. */
    public List<SimulatedTemplate> list() {
        return List.copyOf(byName.values());
    }

    public Optional<SimulatedTemplate> find(String idOrName) {
        SimulatedTemplate named = byName.get(idOrName);
        return named != null
                ? Optional.of(named)
                : byName.values().stream().filter(t -> t.id().equals(idOrName)).findFirst();
    }

    /** Adds a template that Meta has approved, or replaces the one of that name. */
    public SimulatedTemplate put(String name, Category category, String body) {
        return put(name, category, body, "pt_BR", "APPROVED");
    }

    /**
     * Adds a template or replaces the one of that name.
     *
     * @param metaStatus APPROVED, PENDING, REJECTED, DISABLED, or null for a template Meta never saw
     */
    public SimulatedTemplate put(String name, Category category, String body, String language, String metaStatus) {
        SimulatedTemplate template =
                new SimulatedTemplate(ids.fixed("template:" + name), name, category, body, language, metaStatus);
        byName.put(name, template);
        return template;
    }

    /** Removes a template; false when there was none of that name. */
    public boolean remove(String name) {
        return byName.remove(name) != null;
    }

    /** Back to the templates of the beginning. */
    public void reset() {
        byName.clear();
        put(
                "order_confirmed",
                Category.UTILITY,
                "Hello {{name}}, order {{order}} is confirmed. Total: {{total}}. Thanks!");
        put("order_shipped", Category.UTILITY, "Hello {{name}}, order {{order}} is on its way.");
        put("welcome", Category.UTILITY, "Welcome to our store! We are glad to have you.");
        put("login_code", Category.OTP, "Your code is {{code}}. Do not share it.");
        put("spring_sale", Category.MARKETING, "Hello {{name}}, our spring sale has begun.");
        put("under_review", Category.UTILITY, "Hello {{name}}, this text waits for Meta.", "pt_BR", "PENDING");
    }
}
