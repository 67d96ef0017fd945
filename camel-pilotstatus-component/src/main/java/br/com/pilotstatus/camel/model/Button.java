/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * An answer button below a text or media message. The documentation gives the limit of three and says that the reply
 * carries the id; the names of these two fields are inferred.
 *
 * @param id   what the reply carries; null leaves it to the service
 * @param text what the button shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Button(String id, String text) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return "Button[id=" + id + "]";
    }
}
