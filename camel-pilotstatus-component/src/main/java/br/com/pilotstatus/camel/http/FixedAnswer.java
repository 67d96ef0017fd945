/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Map;

/** An answer that holds nothing of the request. */
public interface FixedAnswer {

    int status();

    /** The body, as <code>text/plain</code>. */
    String text();

    /** Headers besides the type of the content. */
    Map<String, String> headers();
}
