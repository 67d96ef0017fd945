/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.util.List;

/**
 * One thing that goes wrong: what is true of it, seen from the service, and how to bring it about.
 *
 * @param name    as in the table
 * @param arrives whether the request reaches the service
 * @param status  status line of the answer; 0 when none comes
 * @param intact  whether the body of the answer is what the API would send
 * @param acts    whether the service does what it is asked for
 * @param once    whether only the first try is hit
 * @param hopeless whether there is no time for a second try
 * @param trouble brings it about
 */
record FaultCase(
        String name,
        Arrival arrives,
        int status,
        boolean intact,
        boolean acts,
        boolean once,
        boolean hopeless,
        Trouble trouble) {

    enum Arrival {
        NEVER,
        /** The caller may or may not have begun to write when the connection ends. */
        PERHAPS,
        ALWAYS
    }

    /** Where a call goes to meet the trouble. */
    record Scene(String baseUrl, List<AutoCloseable> props) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            for (AutoCloseable prop : props) {
                prop.close();
            }
        }
    }

    @FunctionalInterface
    interface Trouble {
        Scene begin(PilotStatusSimulator simulator) throws Exception;
    }

    /** The connection does not stand, so nothing is sent. */
    static FaultCase noConnection(String name, Trouble trouble) {
        return new FaultCase(name, Arrival.NEVER, 0, false, false, false, false, trouble);
    }

    /** The request is sent and nobody answers. */
    static FaultCase noAnswer(String name, Trouble trouble) {
        return new FaultCase(name, Arrival.ALWAYS, 0, false, false, false, false, trouble);
    }

    static FaultCase noAnswer(String name, Fault fault) {
        return noAnswer(name, onEveryCall(fault)).acting(fault.accepted());
    }

    /** An answer with the API's own body, and nothing done. */
    static FaultCase refusal(String name, int status, Fault fault) {
        return new FaultCase(name, Arrival.ALWAYS, status, true, false, false, false, onEveryCall(fault));
    }

    /** Done, and answered with 2xx, but something is wrong with the rest of the answer. */
    static FaultCase accepted(String name, Trouble trouble) {
        return new FaultCase(name, Arrival.ALWAYS, 200, false, true, false, false, trouble);
    }

    FaultCase perhapsUnsent() {
        return new FaultCase(name, Arrival.PERHAPS, status, intact, acts, once, hopeless, trouble);
    }

    FaultCase withoutTheApisBody() {
        return new FaultCase(name, arrives, status, false, acts, once, hopeless, trouble);
    }

    FaultCase acting(boolean value) {
        return new FaultCase(name, arrives, status, intact, value, once, hopeless, trouble);
    }

    FaultCase withoutTimeForMore() {
        return new FaultCase(name, arrives, status, intact, acts, once, true, trouble);
    }

    /** A refusal that ends with the first try. */
    static FaultCase passing(String name, int status, Fault fault) {
        return new FaultCase(name, Arrival.ALWAYS, status, true, false, true, false, onFirstCall(fault));
    }

    static Trouble onEveryCall(Fault fault) {
        return simulator -> {
            simulator.faults().add(FaultRule.always(fault));
            return new Scene(simulator.baseUrl(), List.of());
        };
    }

    private static Trouble onFirstCall(Fault fault) {
        return simulator -> {
            for (ApiCall call : ApiCall.values()) {
                simulator.faults().add(FaultRule.next(1, fault).on(call.operationId()));
            }
            return new Scene(simulator.baseUrl(), List.of());
        };
    }

    /** Calls go to a server of this conduct, over this scheme. */
    static Trouble onTheConnection(String scheme, FaultyServer.Conduct conduct) {
        return simulator -> at(scheme, new FaultyServer(conduct));
    }

    static Scene at(String scheme, FaultyServer server) {
        return new Scene(scheme + "://127.0.0.1:" + server.port() + "/v1", List.of(server));
    }

    @Override
    public String toString() {
        return name;
    }
}
