/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.io.Serializable;

/**
 * Data of the API in a type of its own. Keeps the fields that this version does not know, so that its JSON is complete,
 * and prints no personal data. Routes convert it to a Map, or to JSON as text, bytes or tree; Java serialization keeps it, as
 * aggregation repositories and object messages do.
 */
public interface JsonRecord extends Serializable {}
