/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

/** The HTTP methods that the API uses. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
