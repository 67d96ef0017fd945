/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

/** Routes to endpoints each of which has a connection pool of its own. */
public final class DifferingEndpoints extends RouteGrowth {

    public DifferingEndpoints() {
        super("routes.differing");
    }

    @Override
    protected String uri(int number) {
        return "pilotstatus:send?maxInFlight=" + (1 + number);
    }
}
