package io.dendrite.notification.delivery.webhook;

import io.dendrite.notification.delivery.application.Letter;
import io.dendrite.notification.delivery.application.NoticeChannel;
import io.dendrite.notification.delivery.application.NoticeTexts;
import io.dendrite.notification.delivery.application.Post;
import io.dendrite.notification.delivery.model.Wishes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts notices to a program of the clinic's. What that program does with them, such as sending a text message, is its own
 * affair; it knows a notice that comes twice by its id. What it puts off is tried again as e-mail is.
 */
final class WebhookChannel implements NoticeChannel {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final RestClient client;
    private final Signature signature;
    private final NoticeTexts texts;
    private final Clock clock;

    WebhookChannel(RestClient client, Signature signature, NoticeTexts texts, Clock clock) {
        this.client = client;
        this.signature = signature;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Wishes.Channel serves() {
        return Wishes.Channel.OTHER;
    }

    @Override
    public Post.Outcome send(Letter letter) {
        String phone = letter.recipient().phone();
        if (phone == null || phone.isBlank()) {
            return new Post.Refused("the patient has no phone number");
        }
        String id = letter.id().value();
        String body = JSON.writeValueAsString(body(letter, phone));
        long now = clock.instant().getEpochSecond();
        try {
            client.post()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("webhook-id", id)
                    .header("webhook-timestamp", String.valueOf(now))
                    .header("webhook-signature", signature.of(id, now, body))
                    .body(body)
                    .retrieve()
                    .toBodilessEntity();
            return new Post.Accepted("webhook:" + id);
        } catch (RestClientResponseException e) {
            return answered(e.getStatusCode());
        } catch (RestClientException e) {
            return new Post.Deferred("the webhook cannot be reached");
        }
    }

    private static Post.Outcome answered(HttpStatusCode status) {
        int code = status.value();
        boolean later = !status.is4xxClientError() || code == REQUEST_TIMEOUT || code == TOO_MANY_REQUESTS;
        String reason = "the webhook answered " + code;
        return later ? new Post.Deferred(reason) : new Post.Refused(reason);
    }

    private Map<String, Object> body(Letter letter, String phone) {
        NoticeTexts.NoticeText text = texts.of(letter);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", letter.id().value());
        body.put("kind", letter.content().kind().name());
        body.put("siteId", letter.content().clinic().siteId());
        body.put("phone", phone);
        body.put("language", letter.recipient().language());
        body.put("subject", text.subject());
        body.put("text", text.plain());
        return body;
    }
}
