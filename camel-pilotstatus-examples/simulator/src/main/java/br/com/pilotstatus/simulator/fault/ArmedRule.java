/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

/** A rule in force and how often it was asked and has struck. */
public final class ArmedRule {

    private final long id;
    private final FaultRule rule;
    private long asked;
    private long struck;

    ArmedRule(long id, FaultRule rule) {
        this.id = id;
        this.rule = rule;
    }

    public long id() {
        return id;
    }

    public FaultRule rule() {
        return rule;
    }

    /** Requests in scope so far. */
    public synchronized long asked() {
        return asked;
    }

    /** Requests it has spoiled so far. */
    public synchronized long struck() {
        return struck;
    }

    synchronized boolean strikes() {
        asked++;
        boolean strikes =
                rule.next() != null ? asked <= rule.next() : rule.every() == null || asked % rule.every() == 0;
        struck += strikes ? 1 : 0;
        return strikes;
    }
}
