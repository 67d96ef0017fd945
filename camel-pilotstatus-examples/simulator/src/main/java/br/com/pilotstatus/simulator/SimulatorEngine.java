/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import br.com.pilotstatus.simulator.api.Api;
import br.com.pilotstatus.simulator.api.ApiRouter;
import br.com.pilotstatus.simulator.contract.OpenApiDocument;
import br.com.pilotstatus.simulator.control.Calls;
import br.com.pilotstatus.simulator.control.ControlOperations;
import br.com.pilotstatus.simulator.control.ControlRouter;
import br.com.pilotstatus.simulator.control.Inbound;
import br.com.pilotstatus.simulator.control.LocalGuard;
import br.com.pilotstatus.simulator.control.SimulatedNumbers;
import br.com.pilotstatus.simulator.control.Webhooks;
import br.com.pilotstatus.simulator.fault.Faults;
import br.com.pilotstatus.simulator.life.Lifecycle;
import br.com.pilotstatus.simulator.settings.Settings;
import br.com.pilotstatus.simulator.state.BoundedLog;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.MessageEvents;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Puts the parts together and starts and stops them. */
final class SimulatorEngine {

    private static final int PATIENCE_SECONDS = 30;

    private final SimulatorDescription description;
    private final World world;
    private final BoundedLog<WebhookAttempt> attempts;
    private final Vertx vertx;
    private final WebhookDispatcher dispatcher;
    private final Api api;
    private final Faults faults;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile int port;

    SimulatorEngine(SimulatorDescription description) {
        this.description = description;
        Settings settings = description.settings();
        world = new World(description.seed(), settings);
        attempts = new BoundedLog<>(
                settings.retention().attempts(),
                settings.retention().attemptBytes(),
                attempt -> attempt.payload().length());
        // Reading the document takes as long as starting Vert.x, so both are done at once.
        CompletableFuture<OpenApiDocument> document = CompletableFuture.supplyAsync(OpenApiDocument::get);
        vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(1).setInternalBlockingPoolSize(2));
        dispatcher = new WebhookDispatcher(world, vertx, attempts);
        Lifecycle lifecycle = new Lifecycle(world, new MessageEvents(world, dispatcher));
        api = new Api(document.join(), world, lifecycle, dispatcher, attempts);
        faults = new Faults(api.operationIds());
    }

    void start() {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("The simulator was started before");
        }
        world.clock().start();
        // A negative port lets all event loops share the one that the system chooses.
        HttpServerOptions options = new HttpServerOptions()
                .setHost(description.host())
                .setPort(description.port() == 0 ? -1 : description.port())
                .setHttp2ClearTextEnabled(false);
        int loops = Math.max(2, Runtime.getRuntime().availableProcessors());
        try {
            await(vertx.deployVerticle(
                    () -> new SimulatorServer(options, this::routes, actual -> port = actual),
                    new DeploymentOptions().setInstances(loops)));
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    private void routes(Router router) {
        ControlOperations operations =
                new ControlOperations(world, faults, webhooks(), numbers(), dispatcher, this::reset);
        if (!description.remoteControl()) {
            router.route().handler(new LocalGuard());
        }
        new ControlRouter(vertx, operations).mount(router);
        new ApiRouter(vertx, world, faults, api).mount(router);
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            world.clock().close();
            await(vertx.close());
        }
    }

    void reset() {
        reset(webhook -> false);
    }

    void reset(Predicate<SimulatedWebhook> kept) {
        faults.clear();
        world.reset(kept);
        attempts.clear();
    }

    int port() {
        if (port == 0) {
            throw new IllegalStateException("The simulator is not started");
        }
        return port;
    }

    World world() {
        return world;
    }

    Faults faults() {
        return faults;
    }

    Inbound inbound(String numberId) {
        return new Inbound(world, dispatcher, numberId);
    }

    Calls calls(String numberId) {
        return new Calls(world, dispatcher, numberId);
    }

    Webhooks webhooks() {
        return new Webhooks(world, dispatcher, attempts);
    }

    SimulatedNumbers numbers() {
        return new SimulatedNumbers(world, dispatcher);
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The simulator could not start or stop: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The simulator did not start or stop in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the simulator was starting or stopping", e);
        }
    }
}
