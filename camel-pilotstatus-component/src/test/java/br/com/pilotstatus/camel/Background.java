/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs tasks at the same time, each on a thread of its own. They may wait for each other, which on the common pool, with as
 * few threads as processors, would never end.
 */
public final class Background {

    private Background() {}

    public static <T> CompletableFuture<T> supply(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, Background::start);
    }

    public static CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, Background::start);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        thread.start();
    }
}
