/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

/** Routes without the component: what Camel itself takes. */
public final class PlainRoutes extends RouteGrowth {

    public PlainRoutes() {
        super("routes.plain");
    }

    @Override
    protected String uri(int number) {
        return "direct:other" + number;
    }
}
