/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import br.com.pilotstatus.simulator.control.Calls;
import br.com.pilotstatus.simulator.control.Inbound;
import br.com.pilotstatus.simulator.control.SimulatedNumbers;
import br.com.pilotstatus.simulator.control.Webhooks;
import br.com.pilotstatus.simulator.fault.Faults;
import br.com.pilotstatus.simulator.settings.Settings;
import br.com.pilotstatus.simulator.state.Ledger;
import br.com.pilotstatus.simulator.state.MessageStore;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.RequestCounts;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.SimulatorClock;
import br.com.pilotstatus.simulator.state.TemplateStore;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;

/**
 * Pilot Status on this machine: the API over real HTTP, real webhooks, faults on demand. Built with {@link #builder()},
 * usable between {@link #start()} and {@link #close()}, by any number of threads.
 */
public final class PilotStatusSimulator implements AutoCloseable {

    private final SimulatorEngine engine;
    private final String host;

    private PilotStatusSimulator(SimulatorDescription description) {
        this.engine = new SimulatorEngine(description);
        this.host = description.host();
    }

    /** Starts to describe a simulator; all has a default. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Opens the port. Returns when requests are answered.
     *
     * @throws IllegalStateException when the port cannot be had, or when it was started before
     */
    public PilotStatusSimulator start() {
        engine.start();
        return this;
    }

    /** Closes the port and every connection, stalled ones included. */
    @Override
    public void close() {
        engine.close();
    }

    /** The port in use. */
    public int port() {
        return engine.port();
    }

    /** Scheme, host and port, such as {@code http://127.0.0.1:8787}. */
    public String origin() {
        return "http://" + reachableHost() + ':' + port();
    }

    private String reachableHost() {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "127.0.0.1";
        }
        return host.contains(":") ? '[' + host + ']' : host;
    }

    /** The value of the component's option {@code baseUrl}, such as {@code http://127.0.0.1:8787/v1}. */
    public String baseUrl() {
        return origin() + "/v1";
    }

    /** The number-scoped key of the unofficial number. */
    public String apiKey() {
        return number(Provider.PILOT_STATUS).key().value();
    }

    /** The id of that key. */
    public String apiKeyId() {
        return number(Provider.PILOT_STATUS).key().id();
    }

    /** The tenant-scoped key. */
    public String accountKey() {
        return engine.world().account().accountKey().value();
    }

    /** The id of the unofficial number. */
    public String numberId() {
        return number(Provider.PILOT_STATUS).id();
    }

    /** The first number of a provider, with its key. */
    public SimulatedNumber number(Provider provider) {
        return engine.world().account().numberOf(provider);
    }

    /** The numbers and their connections. */
    public SimulatedNumbers numbers() {
        return engine.numbers();
    }

    /** The templates of the account. */
    public TemplateStore templates() {
        return engine.world().templates();
    }

    /** The accepted messages and their status. */
    public MessageStore messages() {
        return engine.world().messages();
    }

    /** Every accepted send in order. */
    public Ledger ledger() {
        return engine.world().ledger();
    }

    /** How many requests reached each operation. */
    public RequestCounts requests() {
        return engine.world().requests();
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return engine.faults();
    }

    /** Plays the customers of the unofficial number. */
    public Inbound inbound() {
        return inbound(numberId());
    }

    /** Plays the customers of a number. */
    public Inbound inbound(String numberId) {
        return engine.inbound(numberId);
    }

    /** Plays customers who call a number. */
    public Calls calls(String numberId) {
        return engine.calls(numberId);
    }

    /** The webhooks and every attempt to reach them. */
    public Webhooks webhooks() {
        return engine.webhooks();
    }

    /** The simulator's time. */
    public SimulatorClock clock() {
        return engine.world().clock();
    }

    public Settings settings() {
        return engine.world().settings();
    }

    /** Changes settings at once, for example {@code configure(s -> s.with(s.contract().withFreePlan(true)))}. */
    public Settings configure(UnaryOperator<Settings> change) {
        return engine.world().configure(change);
    }

    /** Forgets everything but its keys and ids: back to the first settings, no webhooks, no messages, no faults. */
    public void reset() {
        engine.reset();
    }

    /**
     * Like {@link #reset()}, but webhooks stay that were registered by calls of the API: those of an application that goes on
     * running and does not register again. What {@link Webhooks#create} made goes.
     */
    public void resetKeepingWebhooks() {
        engine.reset(SimulatedWebhook::registered);
    }

    /** Describes a simulator before it is started. */
    public static final class Builder {

        private String host = "127.0.0.1";
        private int port;
        private String seed = new BigInteger(160, new SecureRandom()).toString(36);
        private boolean remoteControl;
        private Settings settings = Settings.defaults();

        private Builder() {}

        /** Address to listen on; default 127.0.0.1, this machine only. */
        public Builder host(String value) {
            host = value;
            return this;
        }

        /** Port, 0 to 65535; default 0, any free one. */
        public Builder port(int value) {
            if (value < 0 || value > 65_535) {
                throw new IllegalArgumentException("port must be from 0 to 65535");
            }
            port = value;
            return this;
        }

        /** What ids and keys are made from; the same seed gives the same ones everywhere. Default random, which nobody guesses. */
        public Builder seed(String value) {
            seed = value;
            return this;
        }

        /** Key of the webhook signatures; default none, no signature. */
        public Builder webhookSecret(String value) {
            return settings(s -> s.with(s.delivery().withSecret(value)));
        }

        /** True lets other machines and web pages use the API and the control API; default false. */
        public Builder remoteControl(boolean value) {
            remoteControl = value;
            return this;
        }

        /** Changes the settings to begin with, and to return to on reset. */
        public Builder settings(UnaryOperator<Settings> change) {
            settings = change.apply(settings);
            return this;
        }

        public PilotStatusSimulator build() {
            return new PilotStatusSimulator(description());
        }

        SimulatorDescription description() {
            return new SimulatorDescription(host, port, seed, remoteControl, settings);
        }
    }
}
