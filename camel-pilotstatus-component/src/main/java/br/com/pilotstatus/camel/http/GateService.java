/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

/** What stands before the bodies of requests on one kind of server, as long as the path behind it is served. */
interface GateService {

    void start();

    void stop();
}
