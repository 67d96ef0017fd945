/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What proves that events are authentic. */
final class Credentials {

    static final String TOKEN = "tkn-3f9c2a71d04be865";
    static final String SECRET = "sec-91be04d7a35f2c68";
    static final String SIGNATURE_HEADER = "X-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Credentials() {}

    /** Makes signatures; not of several threads. */
    static Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
