package io.dendrite.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.events.ContactDetails.Channel;
import io.dendrite.events.ContactDetails.Reminders;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactDetailsTest {

    @Test
    void whatIsSealedIsReadBack() {
        ContactDetails details = new ContactDetails(
                "Ann", "ann@example.org", "+1 503 555 0177", "de", true, Channel.OTHER, Reminders.FEWER);

        assertThat(ContactDetails.of(details.asMap())).isEqualTo(details);
    }

    @Test
    void aSealOfBeforeThereWereWishesMeansAllRemindersByMail() {
        assertThat(ContactDetails.of(Map.of("givenName", "Ann", "language", "en", "emailConsent", true)))
                .isEqualTo(new ContactDetails("Ann", null, "en", true));
    }

    @Test
    void refusesAnUnknownWishWithoutQuotingIt() {
        Map<String, Object> map = new HashMap<>(new ContactDetails("Ann", null, "en", true).asMap());
        map.put("channel", "PIGEON");

        assertThatThrownBy(() -> ContactDetails.of(map))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageNotContaining("PIGEON");
    }
}
