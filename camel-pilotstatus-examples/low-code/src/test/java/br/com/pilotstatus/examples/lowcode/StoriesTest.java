/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.lowcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** One application goes through all stories, one after the other, as a person would try them. */
@Timeout(120)
@TestMethodOrder(OrderAnnotation.class)
class StoriesTest {

    private static Stories stories;

    @BeforeAll
    static void start() throws IOException {
        Path directory = Files.createDirectories(Path.of("target"));
        stories = new Stories(Files.createTempDirectory(directory.toAbsolutePath(), "stories-"), told -> {});
    }

    @AfterAll
    static void stop() throws InterruptedException {
        stories.close();
    }

    @Test
    @Order(1)
    void aCampaignThatIsKilledReachesEachOnce() throws Exception {
        stories.campaign();
    }

    @Test
    @Order(2)
    void whatIsNoCsvIsPutAside() throws Exception {
        stories.unreadable();
    }

    @Test
    @Order(3)
    void aPersonDecidesWhatNobodyKnows() throws Exception {
        stories.undecided();
    }

    @Test
    @Order(4)
    void aMenuIsAnsweredByButtons() throws Exception {
        stories.menu();
    }

    @Test
    @Order(5)
    void aMailFallsBackToMailOnlyWhenItWasRefused() throws Exception {
        stories.mail();
    }

    @Test
    @Order(6)
    void anOrderIsConfirmedWithItsPrice() throws Exception {
        stories.order();
    }

    @Test
    @Order(7)
    void thePipeWritesDownWhatBecameOfIt() throws Exception {
        stories.states();
    }
}
