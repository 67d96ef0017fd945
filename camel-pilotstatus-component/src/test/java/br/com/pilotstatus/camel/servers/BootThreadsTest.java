/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** On which threads of an application on Spring Boot events run, and what becomes of those that get none. */
@Timeout(60)
class BootThreadsTest implements OnServer {

    private final Runs runs = new Runs();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Answer>> answers = new ArrayList<>();
    private BootServer server;

    @AfterEach
    void stop() {
        answers.forEach(CompletableFuture::join);
        server.close();
    }

    @Test
    void anExecutorOfTheApplicationDoesNotKeepEventsAway() {
        start(new BootServer().with("mails", ExecutorService.class, Executors::newSingleThreadExecutor));
        Event event = Event.any();

        assertAccepted(Call.with(event), event);
        assertThat(threads)
                .singleElement()
                .extracting(Thread::getName)
                .asString()
                .startsWith("camel-http-");
    }

    @Test
    void itsThreadsAreForEventsOnly() {
        start(new BootServer().with("mails", ExecutorService.class, Executors::newSingleThreadExecutor));

        assertThat(server.application().getBeanProvider(TaskExecutor.class)).isEmpty();
    }

    @Test
    void thoseThreadsAreAsManyAsSpringBootIsToldToHave() {
        start(new BootServer("--spring.task.execution.pool.core-size=9")
                .with("mails", ExecutorService.class, Executors::newSingleThreadExecutor));

        assertRunAtATime(9);
    }

    @Test
    void eightEventsRunAtATime() {
        start(new BootServer());

        assertRunAtATime(8);
    }

    private void assertRunAtATime(int count) {
        List<Event> events = waiting(count + 2);
        await().untilAsserted(() -> assertThat(threads).hasSize(count));
        events.forEach(runs::letGo);
        await().untilAsserted(() -> assertThat(threads).hasSize(count + 2));
    }

    @Test
    void anEventThatGetsNoThreadInTimeIsToComeAgain() {
        start(new BootServer("--spring.task.execution.pool.core-size=1", "--spring.mvc.async.request-timeout=700ms"));
        Event first = waiting(1).get(0);
        await().untilAsserted(() -> assertThat(runs.of(first)).isEqualTo(1));

        assertThat(send(Call.with(Event.any())).status()).isEqualTo(503);
        runs.letGo(first);
    }

    @Test
    void theFirstPoolOfTheApplicationRunsEvents() {
        start(new BootServer()
                .with("mails", ThreadPoolTaskExecutor.class, () -> pool("mails-"))
                .with("others", ThreadPoolTaskExecutor.class, () -> pool("others-")));
        Event event = Event.any();

        assertAccepted(Call.with(event), event);
        assertThat(threads)
                .singleElement()
                .extracting(Thread::getName)
                .asString()
                .startsWith("mails-");
    }

    private static ThreadPoolTaskExecutor pool(String prefix) {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix(prefix);
        return pool;
    }

    /** Events that are under way until somebody lets them go. */
    private List<Event> waiting(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Event event = Event.saying(Runs.WAIT);
            answers.add(Background.supply(() -> send(Call.with(event))));
            events.add(event);
        }
        return events;
    }

    private void start(BootServer started) {
        server = started;
        server.start(new RouteBuilder() {
            @Override
            public void configure() {
                from(EventRoutes.consumer(TOKEN_PATH))
                        .process(exchange -> threads.add(Thread.currentThread()))
                        .process(runs);
            }
        });
    }

    @Override
    public WebhookServer server() {
        return server;
    }

    @Override
    public Runs runs() {
        return runs;
    }
}
