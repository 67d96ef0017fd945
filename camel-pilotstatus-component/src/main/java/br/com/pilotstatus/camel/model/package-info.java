/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The data of the API and of events, as routes have it. Records keep the fields that this version does not know, survive Java
 * serialization, and print nothing personal. Knows JSON only.
 */
package br.com.pilotstatus.camel.model;
