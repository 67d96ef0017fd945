/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

/** What a parameter must be. */
public enum ParameterType {
    TEXT,
    /** A whole number. */
    INTEGER,
    /** A number above zero, fractions allowed. */
    DECIMAL,
    BOOLEAN,
    /** A list of texts; given as a collection, or as text separated by commas. */
    LIST,
    /** A point in time: ISO 8601 text with an offset, or a date-time object. */
    TIME,
    /** A phone number in E.164. */
    PHONE,
    /** A list of phone numbers, sent as digits. */
    PHONES,
    /** Id of a group. */
    GROUP,
    /** A color of the web. */
    COLOR,
    /** A JSON object; given as a Map, a JsonNode, or JSON text. */
    OBJECT,
    /** A JSON object as above, or any other text. */
    CONTENT
}
