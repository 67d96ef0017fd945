/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import br.com.pilotstatus.simulator.state.SimulatedTemplate.Category;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The templates of the account, found by id or name, with a few to begin with. */
public final class TemplateStore {

    /** More templates than this are refused, so that a client that creates in a loop is noticed. */
    public static final int LIMIT = 1_000;

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
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.putObject("body").put("text", body);
        SimulatedTemplate template =
                new SimulatedTemplate(ids.fixed("template:" + name), name, category, content, language, metaStatus);
        byName.put(name, template);
        return template;
    }

    /** Adds a template; false when there is one of that name. */
    public boolean add(SimulatedTemplate template) {
        return byName.putIfAbsent(template.name(), template) == null;
    }

    /** Puts a template in place of another of the same name; false when that one is no longer there. */
    public boolean replace(SimulatedTemplate old, SimulatedTemplate changed) {
        return byName.replace(old.name(), old, changed);
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
