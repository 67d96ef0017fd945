/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Spring Boot: options as properties, and the gate before webhooks on servlets. Loaded where Spring Boot is, and known to
 * nobody.
 */
package br.com.pilotstatus.camel.spring;
