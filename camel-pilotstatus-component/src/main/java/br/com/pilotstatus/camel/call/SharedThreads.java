/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.client.CallThreads;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.ObjectHelper;
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

    /** For steps of routes that still run when the context no longer waits for them, and once more when interrupted. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private final CamelContext context;
    private final ExecutorServiceManager manager;
    private final ScheduledExecutorService timer;
    private final ExecutorService starters;
    private final ExecutorService readers;

    SharedThreads(CamelContext context, Object source) {
        this.context = context;
        this.manager = context.getExecutorServiceManager();
        ThreadPoolProfile profile = new ThreadPoolProfile("PilotStatusTimer");
        profile.setPoolSize(1);
        profile.setMaxQueueSize(-1);
        // A time-out that is dropped without a word would leave its call hanging.
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        timer = manager.newScheduledThreadPool(source, "PilotStatusTimer", profile);
        starters = elastic(STARTERS, "PilotStatusStart");
        readers = elastic(READERS, "PilotStatusRead");
    }

    /** A pool whose idle threads end, and which is managed as those that Camel makes; Camel cannot make one like it. */
    ExecutorService elastic(int mostThreads, String name) {
        ThreadPoolExecutor pool =
                new ElasticPool(mostThreads, new CamelThreadFactory(manager.getThreadNamePattern(), name, true));
        String id = name + "(" + ObjectHelper.getIdentityHashCode(pool) + ")";
        for (LifecycleStrategy management : context.getLifecycleStrategies()) {
            management.onThreadPoolAdd(context, pool, id, null, null, null);
        }
        return pool;
    }

    /** Steps that still run are left a moment, and then interrupted. */
    void end(ExecutorService pool) {
        manager.shutdownGraceful(pool, GRACE.toMillis());
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
