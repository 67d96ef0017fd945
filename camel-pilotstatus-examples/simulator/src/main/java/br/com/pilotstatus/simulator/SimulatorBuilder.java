/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import br.com.pilotstatus.simulator.settings.Settings;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;

/** Describes a simulator before it is started. */
public final class SimulatorBuilder {

    private String host = "127.0.0.1";
    private int port;
    private String seed = new BigInteger(160, new SecureRandom()).toString(36);
    private boolean remoteControl;
    private Settings settings = Settings.defaults();

    SimulatorBuilder() {}

    /** Address to listen on; default 127.0.0.1, this machine only. */
    public SimulatorBuilder host(String value) {
        host = value;
        return this;
    }

    /** Port, 0 to 65535; default 0, any free one. */
    public SimulatorBuilder port(int value) {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535");
        }
        port = value;
        return this;
    }

    /** What ids and keys are made from; the same seed gives the same ones everywhere. Default random, which nobody guesses. */
    public SimulatorBuilder seed(String value) {
        seed = value;
        return this;
    }

    /** Key of the webhook signatures; default none, no signature. */
    public SimulatorBuilder webhookSecret(String value) {
        return settings(s -> s.with(s.delivery().withSecret(value)));
    }

    /** True lets other machines and web pages use the API and the control API; default false. */
    public SimulatorBuilder remoteControl(boolean value) {
        remoteControl = value;
        return this;
    }

    /** Changes the settings to begin with, and to return to on reset. */
    public SimulatorBuilder settings(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
        return this;
    }

    public PilotStatusSimulator build() {
        return new PilotStatusSimulator(this);
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    String seed() {
        return seed;
    }

    boolean remoteControl() {
        return remoteControl;
    }

    Settings settings() {
        return settings;
    }
}
