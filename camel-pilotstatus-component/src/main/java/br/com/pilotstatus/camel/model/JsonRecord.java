/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

/**
 * Data of the API in a type of its own. Keeps the fields that this version does not know, so that its JSON is complete,
 * and prints no personal data. Routes convert it to a Map, or to JSON as text, bytes or tree.
 */
public interface JsonRecord {}
