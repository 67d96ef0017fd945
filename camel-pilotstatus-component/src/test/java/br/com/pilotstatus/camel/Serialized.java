/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** What Java serialization makes of an object, read back as a route that keeps it may read it. */
public final class Serialized {

    /** As the page shows it: Camel's default, this component, and what its exceptions name as their cause. */
    public static final String FILTER =
            "java.**;javax.net.ssl.**;org.apache.camel.**;org.apache.hc.**;br.com.pilotstatus.camel.**;!*";

    private Serialized() {}

    @SuppressWarnings("unchecked") // A copy is of the class of the object.
    public static <T> T copy(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(FILTER));
            return (T) in.readObject();
        }
    }
}
