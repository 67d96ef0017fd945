/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Bodies of several parts, which servers like to keep on disk. */
interface MultipartTests extends OnServer {

    @Test
    default void aBodyOfSeveralPartsIsNotReadForEver() throws IOException {
        assertThat(mebibytesTaken(TOKEN_PATH, "multipart/form-data; boundary=x"))
                .isLessThan(ENDLESS);
    }
}
