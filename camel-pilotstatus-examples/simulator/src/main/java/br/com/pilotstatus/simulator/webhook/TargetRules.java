/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import br.com.pilotstatus.simulator.settings.DeliverySettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where events may be sent. This machine only, unless set otherwise: whoever can create a webhook must not be able to
 * make the simulator call other hosts. Names are not resolved for that, so no name server can change the verdict.
 */
public final class TargetRules {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]");

    private TargetRules() {}

    /** What forbids the URL as a target, if anything; the text never repeats the URL. */
    public static Optional<String> complaint(String url, DeliverySettings settings) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("url is not a URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.of("url must be an http or https URL with a host");
        }
        if (uri.getPort() > 65_535) {
            return Optional.of("url has an impossible port");
        }
        if (LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        if (!settings.allowRemoteTargets()) {
            return Optional.of("url must point to this machine unless the setting allowRemoteTargets is on");
        }
        return scheme.equals("https") ? Optional.empty() : Optional.of("url must be https outside this machine");
    }
}
