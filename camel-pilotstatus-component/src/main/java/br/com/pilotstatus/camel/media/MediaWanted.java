/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.media;

import br.com.pilotstatus.camel.model.EventMedia;

/**
 * The media that an exchange asks for.
 *
 * @param media    where it is, and what is known of it
 * @param identity what tells it from other media: the message it came with, else its id or its link
 */
record MediaWanted(EventMedia media, String identity) {

    @Override
    public String toString() {
        return "MediaWanted[xxxxxx]";
    }
}
