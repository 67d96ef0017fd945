/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.settings;

/**
 * What can be set, all with defaults; changing it takes effect at once. Times are milliseconds.
 *
 * @param lifecycle how messages proceed
 * @param delivery how events are sent to webhooks
 * @param contract what the public documentation leaves open, and the plan
 * @param resources how everything but messages proceeds
 * @param retention how much is remembered; read once, at start
 */
public record Settings(
        LifecycleSettings lifecycle,
        DeliverySettings delivery,
        ContractSettings contract,
        ResourceSettings resources,
        RetentionSettings retention) {

    public Settings {
        if (lifecycle == null || delivery == null || contract == null || resources == null || retention == null) {
            throw new IllegalArgumentException("No part of the settings can be null");
        }
    }

    /** All defaults. */
    public static Settings defaults() {
        return new Settings(
                LifecycleSettings.defaults(),
                DeliverySettings.defaults(),
                ContractSettings.defaults(),
                ResourceSettings.defaults(),
                RetentionSettings.defaults());
    }

    public Settings with(LifecycleSettings newLifecycle) {
        return new Settings(newLifecycle, delivery, contract, resources, retention);
    }

    public Settings with(DeliverySettings newDelivery) {
        return new Settings(lifecycle, newDelivery, contract, resources, retention);
    }

    public Settings with(ContractSettings newContract) {
        return new Settings(lifecycle, delivery, newContract, resources, retention);
    }

    public Settings with(ResourceSettings newResources) {
        return new Settings(lifecycle, delivery, contract, newResources, retention);
    }

    public Settings with(RetentionSettings newRetention) {
        return new Settings(lifecycle, delivery, contract, resources, newRetention);
    }
}
