/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Finds the HTTP server of the runtime, and puts a gate before the bodies of requests wherever that server allows it. Names
 * of other people's classes stand in <code>HttpServer</code> alone; knows nothing of events.
 */
package br.com.pilotstatus.camel.http;
