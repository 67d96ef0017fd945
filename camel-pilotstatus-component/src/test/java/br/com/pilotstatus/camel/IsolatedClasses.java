/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The class path of the tests without some of its jars, and the loader of the thread while it is open. */
public final class IsolatedClasses implements AutoCloseable {

    private final URLClassLoader classes;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    private IsolatedClasses(List<URL> urls) {
        classes = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(classes);
    }

    /** @param left tells by its file name that a jar is left out */
    public static IsolatedClasses without(Predicate<String> left) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!left.test(path.getFileName().toString())) {
                urls.add(path.toUri().toURL());
            }
        }
        return new IsolatedClasses(urls);
    }

    public Class<?> load(String name) throws ClassNotFoundException {
        return classes.loadClass(name);
    }

    /** An application of its own, made of these classes. */
    @SuppressWarnings("unchecked") // The class says it, but the other loader has its own.
    public <A, B> Function<A, B> application(Class<? extends Function<A, B>> type) throws ReflectiveOperationException {
        return (Function<A, B>) load(type.getName()).getDeclaredConstructor().newInstance();
    }

    // Leaves the loader open: threads of libraries that are about to end may still ask it for classes.
    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
