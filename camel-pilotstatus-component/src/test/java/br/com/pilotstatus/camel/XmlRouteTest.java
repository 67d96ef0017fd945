/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The component in routes of XML. */
class XmlRouteTest extends SimulatorTestSupport {

    private void load(String uri) throws Exception {
        String xml = """
                <routes>
                  <route>
                    <from uri="direct:in"/>
                    <to uri="%s"/>
                  </route>
                </routes>
                """.formatted(uri.replace("&", "&amp;"));
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.xml", xml));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +5511988887777          | plain                                  | plain
                    +55 11 98888-7777       | RAW(a+b &c=d #1 100% %41)              | a+b &c=d #1 100% %41
                    (11) 98888-7777         | ação, não?                             | ação, não?
                    %2B5511988887777        | 100%25 a %23c                          | 100% a #c
                    RAW(+5511988887777)     | a, b; c: d!                            | a, b; c: d!
                    """)
    void valuesWrittenInXmlArriveAsWritten(String to, String text, String arrived) throws Exception {
        load("pilotstatus:send?to=" + to + "&text=" + text);
        assertThat(send("direct:in", null).getException()).isNull();
        assertThat(onlySend().destination().is(PHONE)).isTrue();
        assertThat(onlySend().request().path("text").asText()).isEqualTo(arrived);
    }

    @Test
    void valuesOfMessagesArriveAsTheyAre() throws Exception {
        load("pilotstatus:send?to=${header.phone}&text=${body}");
        String text = "a+b & c=d #1 100% %41 ação \"x\" <y>";
        send("direct:in", text, Map.of("phone", "+55 (11) 98888-7777"));
        assertThat(onlySend().destination().is(PHONE)).isTrue();
        assertThat(onlySend().request().path("text").asText()).isEqualTo(text);
    }
}
