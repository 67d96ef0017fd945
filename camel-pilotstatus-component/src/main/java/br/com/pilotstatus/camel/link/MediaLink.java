/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;

/**
 * A link to media, taken apart once and by strict rules, so that what is checked is what is called. May hold a token, so
 * neither its text nor the errors about it show any part of it.
 */
public final class MediaLink {

    /** Name of the parameter, for errors. */
    public static final String FIELD = "mediaLink";

    private static final int MAX_LENGTH = 8192;
    private static final int MAX_PORT = 65_535;
    private static final String NUMBER = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "\\." + NUMBER);
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\[\\]]*]|[^\\[\\]:]*)(?::(\\d{0,5}))?");

    private final URI uri;
    private final boolean encrypted;
    private final String host;
    private final int port;

    private MediaLink(URI uri, boolean encrypted, String host, int port) {
        this.uri = uri;
        this.encrypted = encrypted;
        this.host = host;
        this.port = port;
    }

    /**
     * Takes a link apart.
     *
     * @throws PilotStatusValidationException when it breaks a rule, which the text names
     */
    public static MediaLink parse(String link, LinkRules rules) {
        if (link.length() > MAX_LENGTH) {
            throw broken("must not be longer than " + MAX_LENGTH + " characters");
        }
        try {
            return of(new URI(link.trim()), rules);
        } catch (URISyntaxException e) {
            // Without the cause, whose text quotes the link.
            throw broken("must be a URL");
        }
    }

    private static MediaLink of(URI uri, LinkRules rules) {
        boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (!encrypted && !(plain && rules.privateAllowed())) {
            throw broken("must be https, unless it leads to this machine and allowPrivateAddresses is set");
        }
        String authority = uri.getRawAuthority();
        if (authority == null) {
            throw broken("must have a host");
        }
        if (authority.contains("@")) {
            throw broken("must not hold a user name or password");
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw broken("must have a host, and nothing but a port after it");
        }
        String port = parts.group(2);
        int number = port == null || port.isEmpty() ? (encrypted ? 443 : 80) : Integer.parseInt(port);
        if (number < 1 || number > MAX_PORT) {
            throw broken("must have a port from 1 to " + MAX_PORT);
        }
        return new MediaLink(uri, encrypted, host(parts.group(1)), number);
    }

    /** The one way in which this host is written: in ASCII, in lower case, without the dot of the root. */
    private static String host(String written) {
        String host = ascii(written).toLowerCase(Locale.ROOT);
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (IPV6.matcher(host).matches() || IPV4.matcher(host).matches()) {
            return host;
        }
        // What other programs take for an IPv4 address, in octal, hexadecimal, or with fewer parts.
        if (ENDS_IN_NUMBER.matcher(host).matches()) {
            throw broken("must write an IPv4 address as four decimal numbers");
        }
        if (!NAME.matcher(host).matches()) {
            throw broken("must have a host name of letters, digits, dashes and dots");
        }
        return host;
    }

    private static String ascii(String host) {
        try {
            return host.chars().allMatch(c -> c < 128) ? host : IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw broken("must have a host name of letters, digits, dashes and dots");
        }
    }

    /**
     * Where a redirect leads.
     *
     * @throws PilotStatusValidationException when that breaks a rule
     */
    MediaLink redirectedTo(String location, LinkRules rules) {
        if (location == null || location.length() > MAX_LENGTH) {
            throw broken("must lead to a URL of at most " + MAX_LENGTH + " characters");
        }
        MediaLink next;
        try {
            next = of(resolve(location.trim()), rules);
        } catch (URISyntaxException e) {
            throw broken("must lead to a URL");
        }
        if (encrypted && !next.encrypted) {
            throw broken("must not lead from https to http");
        }
        return next;
    }

    private URI resolve(String location) throws URISyntaxException {
        // URI drops the last part of the path before a query that stands alone.
        return uri.resolve(new URI(location.startsWith("?") ? uri.getRawPath() + location : location));
    }

    boolean encrypted() {
        return encrypted;
    }

    String host() {
        return host;
    }

    /** The address that the host is written as, if it is. */
    Optional<InetAddress> literal() {
        boolean literal = host.startsWith("[") || IPV4.matcher(host).matches();
        try {
            // Of such a text this asks no name service.
            return literal ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (UnknownHostException e) {
            throw broken("must have an IP address that exists");
        }
    }

    /**
     * The host as a target that is called at exactly this address.
     *
     * @param address null to leave it to a proxy
     */
    HttpHost target(InetAddress address) {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        String scheme = encrypted ? "https" : "http";
        return address == null ? new HttpHost(scheme, name, port) : new HttpHost(scheme, address, name, port);
    }

    /** Path and query, as the request line has them. */
    String pathAndQuery() {
        URI plain = URI.create(uri.toASCIIString());
        String path = plain.getRawPath() == null || plain.getRawPath().isEmpty() ? "/" : plain.getRawPath();
        return plain.getRawQuery() == null ? path : path + "?" + plain.getRawQuery();
    }

    static PilotStatusValidationException broken(String rule) {
        return new PilotStatusValidationException(ErrorCode.MEDIA_LINK_INVALID, FIELD, rule);
    }

    @Override
    public String toString() {
        return "MediaLink[xxxxxx]";
    }
}
