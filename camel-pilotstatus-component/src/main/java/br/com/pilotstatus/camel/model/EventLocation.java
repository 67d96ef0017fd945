/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A place that somebody sent.
 *
 * @param latitude  in degrees, north is positive
 * @param longitude in degrees, east is positive
 * @param name      what the place is called; may be null
 * @param address   its address; may be null
 * @param url       where more is said of it; may be null
 */
public record EventLocation(double latitude, double longitude, String name, String address, String url)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The place of an event; null when it names none. */
    static EventLocation of(EventFields event) {
        Map<?, ?> location = event.object("location");
        Double latitude = location == null ? null : degrees(location, "latitude");
        Double longitude = location == null ? null : degrees(location, "longitude");
        return latitude == null || longitude == null
                ? null
                : new EventLocation(
                        latitude,
                        longitude,
                        EventFields.first(location, "name"),
                        EventFields.first(location, "address"),
                        EventFields.first(location, "url"));
    }

    private static Double degrees(Map<?, ?> location, String field) {
        String text = EventFields.first(location, field);
        try {
            return text == null ? null : new BigDecimal(text.strip()).doubleValue();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "EventLocation[xxxxxx]";
    }
}
