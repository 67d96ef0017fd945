/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.client.CallThreads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.CamelThreadFactory;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * The threads that all clients of a component share. None of them is bounded by Camel's default thread-pool profile: how many
 * calls there are is bounded where they get their places.
 */
final class SharedThreads {

    /** What hangs in a look-up of a host holds one of them, and no thread of a route. */
    private static final int STARTERS = 16;

    /** Reading an answer is work for a processor and waits for nobody. */
    private static final int READERS = Runtime.getRuntime().availableProcessors();

    private final ExecutorServiceManager manager;
    private final ScheduledExecutorService timer;
    private final ExecutorService starters;
    private final ExecutorService readers;

    SharedThreads(ExecutorServiceManager manager, Object source) {
        this.manager = manager;
        ThreadPoolProfile profile = new ThreadPoolProfile("PilotStatusTimer");
        profile.setPoolSize(1);
        profile.setMaxQueueSize(-1);
        // A time-out that is dropped without a word would leave its call hanging.
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        timer = manager.newScheduledThreadPool(source, "PilotStatusTimer", profile);
        starters = elastic(STARTERS, "PilotStatusStart");
        readers = elastic(READERS, "PilotStatusRead");
    }

    /** A pool whose idle threads end. */
    ExecutorService elastic(int mostThreads, String name) {
        return ElasticPool.create(mostThreads, new CamelThreadFactory(manager.getThreadNamePattern(), name, true));
    }

    CallThreads forCalls() {
        return new CallThreads(timer, starters, readers);
    }

    void close() {
        manager.shutdownNow(starters);
        manager.shutdownNow(readers);
        manager.shutdownNow(timer);
    }
}
