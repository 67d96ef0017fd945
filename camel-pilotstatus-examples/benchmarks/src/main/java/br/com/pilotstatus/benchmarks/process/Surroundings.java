/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

/**
 * What a subject finds around it.
 *
 * @param apiUrl     address of an API that answers at once, up to and with its version
 * @param slowApiUrl the same of one that answers after a second
 * @param jdbcUrl    of an empty database of the subject's own
 * @param underWay   how many calls are to be under way at any moment
 * @param size       how large becomes what grows
 */
public record Surroundings(String apiUrl, String slowApiUrl, String jdbcUrl, int underWay, Size size) {

    /** The key that the API is called with; it takes any. */
    public static final String API_KEY = "ps_benchmark";

    /** The same with another API. */
    public Surroundings withApi(String otherApiUrl) {
        return new Surroundings(otherApiUrl, slowApiUrl, jdbcUrl, underWay, size);
    }
}
