/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a message means: joins what endpoint, headers and body say, checks it, and makes the one call that sends it. A body
 * never redirects a route that names its recipient, and nothing that breaks a rule leaves the application.
 */
package br.com.pilotstatus.camel.send;
