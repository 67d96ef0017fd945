/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import org.apache.camel.builder.RouteBuilder;

/** The languages that the page shows routes in. */
enum Language {
    JAVA,
    YAML;

    /**
     * Gives a node the routes of a recipe: those of the test, which must be what the page shows, or the page's own.
     *
     * @param routes  a class inside the test's class
     * @param holding what tells the page's block from its others
     */
    void addTo(Node node, RouteBuilder routes, String holding) {
        RecipesPage.requireShown(routes.getClass().getEnclosingClass(), holding);
        if (this == JAVA) {
            node.routes(routes);
        } else {
            node.yaml(RecipesPage.block("yaml", holding));
        }
    }
}
