/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

/**
 * What a subject finds around it.
 *
 * @param apiUrl     address of an API that answers at once, up to and with its version
 * @param slowApiUrl the same of one that answers after two seconds
 * @param jdbcUrl    of an empty database of the subject's own
 * @param underWay   how many calls are to be under way at any moment
 * @param oldKeys    how many keys a database is to remember before it is measured
 */
public record Surroundings(String apiUrl, String slowApiUrl, String jdbcUrl, int underWay, int oldKeys) {

    /** The key that the API is called with; it takes any. */
    public static final String API_KEY = "ps_benchmark";
}
