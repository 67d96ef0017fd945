/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

/** What a message body is to the operation <code>send</code>. */
public enum BodyAs {
    /** By Java type, never by how a text looks. */
    AUTO,
    /** The message, in the API's field names. */
    MESSAGE,
    /** The variables of the template. */
    VARIABLES,
    /** Free text. */
    TEXT,
    /** The media: bytes, a stream, a file, or a String that is a URL or a data URI. */
    MEDIA,
    /** Nothing: the body is not read. */
    NONE
}
