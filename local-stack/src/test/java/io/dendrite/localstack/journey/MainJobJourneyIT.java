package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.demo.MainJob;
import io.dendrite.localstack.mail.MailFolder;
import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.token.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The demo is a test as well: what it shows has to be so. */
@WithLocalStack
class MainJobJourneyIT {

    @Test
    void bookingsMovesAndCancellationsArriveAsMails(LocalStack stack, MailFolder mails) {
        String story = told(stack, mails);

        assertThat(story).contains("Everything arrived as expected.").doesNotContain("MISSING");
    }

    @Test
    void canBeToldAgainOnTheSameData(LocalStack stack, MailFolder mails) {
        assertThat(told(stack, mails)).contains("Everything arrived as expected.");
        assertThat(told(stack, mails)).contains("Everything arrived as expected.");
    }

    @Test
    void looksAtTheLedgerWhenTheMailsAreElsewhere(LocalStack stack) {
        assertThat(told(stack, null)).contains("your own SMTP server", "Everything arrived as expected.");
    }

    private static String told(LocalStack stack, MailFolder mails) {
        ByteArrayOutputStream story = new ByteArrayOutputStream();
        ClinicClient clinic = new ClinicClient(stack.gateway(), Tokens.of(stack).frontDesk());
        new MainJob(clinic, mails, new PrintStream(story, true, StandardCharsets.UTF_8)).run();
        return story.toString(StandardCharsets.UTF_8);
    }
}
