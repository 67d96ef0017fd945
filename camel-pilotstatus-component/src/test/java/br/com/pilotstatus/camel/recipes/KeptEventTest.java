/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.Serialized;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Events that wait in a database for those that belong to them, over a restart. */
class KeptEventTest {

    private static final String EVENT = """
            {"event":"message.received","data":{"id":"%s","type":"text","content":"Hello",\
            "extra":{"list":[1,2.5,{"deep":null}]}}}""";

    private static WebhookEvent event(String id) throws Exception {
        String json = EVENT.formatted(id);
        return WebhookEvent.of(Json.mapper().readTree(json), json);
    }

    private static DefaultCamelContext node(HikariDataSource pool) throws Exception {
        JdbcAggregationRepository repository =
                new JdbcAggregationRepository(new DataSourceTransactionManager(pool), "kept", pool);
        repository.setDeserializationFilter(Serialized.FILTER);
        DefaultCamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:event")
                        .aggregate(
                                constant("all"),
                                AggregationStrategies.flexible().accumulateInCollection(ArrayList.class))
                        .aggregationRepository(repository)
                        .completionSize(2)
                        .to("mock:both");
            }
        });
        context.start();
        return context;
    }

    @Test
    void thePageNamesTheFilter() {
        assertThat(RecipesPage.properties("deserializationFilter"))
                .containsEntry("camel.beans.kept.deserializationFilter", Serialized.FILTER);
    }

    @Test
    void anEventKeptInADatabaseComesBackAfterARestart() throws Exception {
        try (Database database = new Database()) {
            for (String table : new String[] {"kept", "kept_completed"}) {
                String instance = table.equals("kept") ? "" : ", instance_id varchar(255)";
                database.execute("create table " + table + " (id varchar(255) not null primary key,"
                        + " exchange bytea not null, version bigint not null" + instance + ")");
            }
            try (DefaultCamelContext first = node(database.pool())) {
                first.createProducerTemplate().sendBody("direct:event", event("one"));
            }
            try (DefaultCamelContext second = node(database.pool())) {
                MockEndpoint both = second.getEndpoint("mock:both", MockEndpoint.class);
                both.expectedMessageCount(1);
                second.createProducerTemplate().sendBody("direct:event", event("two"));
                both.assertIsSatisfied();
                assertThat(both.getExchanges().get(0).getMessage().getBody())
                        .isEqualTo(List.of(event("one"), event("two")));
            }
        }
    }
}
