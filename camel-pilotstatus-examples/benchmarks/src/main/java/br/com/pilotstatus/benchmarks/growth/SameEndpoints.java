/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

/** Routes to endpoints that differ in the message only, and share a connection pool. */
public final class SameEndpoints extends RouteGrowth {

    public SameEndpoints() {
        super("routes.same");
    }

    @Override
    protected String uri(int number) {
        return "pilotstatus:send?to=+55119%08d".formatted(80_000_000 + number);
    }
}
