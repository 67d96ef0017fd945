/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The tasks of a pool that no thread has begun. To wake a thread takes longer than most tasks do, so of those that come in
 * quick succession one thread is woken, and another only when a task is begun while others are left: those never wait for a
 * slow one.
 */
final class HandOver extends LinkedTransferQueue<Runnable> {

    private static final long serialVersionUID = 1L;

    /** How often a thread looks for a task before it sleeps; under load, the next one has come by then. */
    private static final int LOOKS = 3;

    /** A thread that sleeps until there is a task for it. */
    private static final class Sleeper {

        private final Thread thread = Thread.currentThread();
        private volatile boolean woken;
    }

    /** The one that fell asleep last comes first, so that those that are not needed end. */
    private final transient Deque<Sleeper> sleepers = new ConcurrentLinkedDeque<>();
    /** Threads that are about to take a task, woken ones included. As long as there is one, no task is overlooked. */
    private final AtomicInteger looking = new AtomicInteger();

    private transient Executor pool;

    /** @param tasksOfPool begins a task that nobody looks for, or brings it back here */
    void serve(Executor tasksOfPool) {
        pool = tasksOfPool;
    }

    /** Accepts a task only when somebody looks for it or can be woken, which makes the pool start a thread otherwise. */
    @Override
    public boolean offer(Runnable task) {
        Sleeper sleeper = looking.get() > 0 ? null : sleepers.poll();
        if (sleeper == null && looking.get() == 0) {
            return false;
        }
        super.offer(task);
        if (sleeper != null) {
            wake(sleeper);
        } else if (looking.get() == 0) {
            passOn();
        }
        return true;
    }

    /** Accepts a task although all threads seem to be busy; each looks here when it has done its own. */
    void enqueue(Runnable task) {
        super.offer(task);
        Sleeper sleeper = sleepers.poll();
        if (sleeper != null) {
            wake(sleeper);
        }
    }

    private void wake(Sleeper sleeper) {
        looking.incrementAndGet();
        sleeper.woken = true;
        LockSupport.unpark(sleeper.thread);
    }

    /** Sees to it that somebody looks for what is left. */
    private void passOn() {
        Runnable next = poll();
        if (next != null) {
            try {
                pool.execute(next);
            } catch (RejectedExecutionException closed) {
                // Its threads do what is left, and begin nothing else.
                super.offer(next);
            }
        }
    }

    @Override
    public Runnable take() throws InterruptedException {
        return poll(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    // Whether it yields is not relied upon: it only makes it likelier that the next task has come.
    @SuppressWarnings("ThreadPriorityCheck")
    @Override
    public Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
        Runnable task = poll();
        if (task != null) {
            return task;
        }
        looking.incrementAndGet();
        for (int i = 0; i < LOOKS && task == null; i++) {
            Thread.yield();
            task = poll();
        }
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (task == null) {
            if (!sleep(end)) {
                return null;
            }
            task = poll();
        }
        if (looking.decrementAndGet() == 0) {
            // This one may take long.
            passOn();
        }
        return task;
    }

    /** Looks no more until it is woken, or there is a task; false when the time is over. */
    private boolean sleep(long end) throws InterruptedException {
        Sleeper self = new Sleeper();
        sleepers.push(self);
        looking.decrementAndGet();
        if (!isEmpty() && sleepers.remove(self)) {
            looking.incrementAndGet();
            return true;
        }
        while (!self.woken) {
            LockSupport.parkNanos(this, end - System.nanoTime());
            boolean over = Thread.currentThread().isInterrupted() || end - System.nanoTime() <= 0;
            // Who is being woken will be needed.
            if (over && sleepers.remove(self)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                return false;
            }
        }
        return true;
    }
}
