/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool that uses an idle thread when there is one, starts another up to a bound when there is none, and queues beyond
 * it. The JDK's own pools start a thread for each of the first tasks, idle ones or not, or do not queue.
 */
final class ElasticPool {

    private static final long IDLE_SECONDS = 30;

    private ElasticPool() {}

    static ThreadPoolExecutor create(int mostThreads, ThreadFactory threads) {
        return new ThreadPoolExecutor(
                0, mostThreads, IDLE_SECONDS, TimeUnit.SECONDS, new HandOver(), threads, ElasticPool::enqueue);
    }

    /** Called when no thread is idle and no further one may be started. */
    private static void enqueue(Runnable task, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("The pool is shut down");
        }
        ((HandOver) pool.getQueue()).enqueue(task);
    }

    /** Accepts a task from the pool only when a thread is waiting for it, which makes the pool start one otherwise. */
    private static final class HandOver extends LinkedTransferQueue<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }

        void enqueue(Runnable task) {
            super.offer(task);
        }
    }
}
