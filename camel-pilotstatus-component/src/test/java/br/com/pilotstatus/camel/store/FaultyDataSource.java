/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source whose connections break when a test says so: after a statement was run, before its answer comes. */
final class FaultyDataSource extends DelegatingDataSource {

    private final Fault fault;

    /** What happens after a prepared statement was run. */
    interface Fault {
        void afterRunning(String sql) throws SQLException;
    }

    private FaultyDataSource(DataSource dataSource, Fault fault) {
        super(dataSource);
        this.fault = fault;
    }

    static DataSource after(DataSource dataSource, Fault fault) {
        return new FaultyDataSource(dataSource, fault);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? broken(statement, String.valueOf(arguments[0]))
                    : result;
        });
    }

    private PreparedStatement broken(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            Object result = call(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                fault.afterRunning(sql);
            }
            return result;
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FaultyDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
