/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool that uses an idle thread when there is one, starts another up to a bound when there is none, and queues beyond
 * it. The JDK's own pools start a thread for each of the first tasks, idle ones or not, or do not queue.
 */
final class ElasticPool extends ThreadPoolExecutor {

    private static final long IDLE_SECONDS = 30;

    private final HandOver tasks;

    ElasticPool(int mostThreads, ThreadFactory threads) {
        this(mostThreads, threads, new HandOver());
    }

    private ElasticPool(int mostThreads, ThreadFactory threads, HandOver tasks) {
        super(0, mostThreads, IDLE_SECONDS, TimeUnit.SECONDS, tasks, threads, ElasticPool::enqueue);
        this.tasks = tasks;
        tasks.serve(this);
    }

    /** Called when nobody looks for a task, and no further thread may be started. */
    private static void enqueue(Runnable task, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("The pool is shut down");
        }
        ((ElasticPool) pool).tasks.enqueue(task);
    }
}
