/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import br.com.pilotstatus.camel.store.ClaimStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A store whose classes are not there. */
final class BrokenInbox implements ClaimStore {

    @Override
    public Claim claim(String key, String content, Duration lease) {
        throw new NoClassDefFoundError();
    }

    @Override
    public void done(String key, String result) {
        throw new NoClassDefFoundError();
    }

    @Override
    public void release(String key) {
        throw new NoClassDefFoundError();
    }

    @Override
    public Optional<String> result(String key) {
        throw new NoClassDefFoundError();
    }

    @Override
    public List<OpenClaim> open(String keyPrefix, int limit) {
        throw new NoClassDefFoundError();
    }
}
