package io.dendrite.notification.page.http;

import io.dendrite.notification.page.application.DeskRefusedException;
import io.dendrite.notification.page.application.DeskRefusedException.Why;
import io.dendrite.notification.page.application.OfferView;
import io.dendrite.notification.page.application.PartOfDay;
import io.dendrite.notification.page.application.Preferences;
import io.dendrite.notification.page.application.SchedulingDesk;
import io.dendrite.notification.page.application.VisitView;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the scheduling service over its HTTP API. */
final class HttpSchedulingDesk implements SchedulingDesk {

    private static final Logger log = LoggerFactory.getLogger(HttpSchedulingDesk.class);
    private static final String BASE = "/api/v1/self-service";
    private static final String APPOINTMENT = BASE + "/appointments/{id}";
    private static final String OFFER = BASE + "/offers/{id}";
    private static final String WRONG_BIRTH_DATE = "/problems/wrong-birth-date";

    private final @Nullable RestClient client;

    HttpSchedulingDesk(@Nullable RestClient client) {
        this.client = client;
    }

    @Override
    public VisitView visit(Asker asker, String appointmentId) {
        return ask(APPOINTMENT, appointmentId, body(asker), VisitAnswer.class).view();
    }

    @Override
    public OfferView offer(Asker asker, String offerId) {
        return ask(OFFER, offerId, body(asker), OfferAnswer.class).view();
    }

    @Override
    public void confirm(Asker asker, String appointmentId, int sequence) {
        answer(asker, appointmentId, sequence, "CONFIRMED", Optional.empty());
    }

    @Override
    public void askForAnotherTime(Asker asker, String appointmentId, int sequence, Optional<PartOfDay> wanted) {
        answer(asker, appointmentId, sequence, "ANOTHER_TIME", wanted);
    }

    @Override
    public void answerFromCalendar(String patientId, String appointmentId, int sequence, String answer) {
        Map<String, Object> body = new HashMap<>();
        body.put("patientId", patientId);
        body.put("sequence", sequence);
        body.put("via", "CALENDAR");
        body.put("answer", answer);
        tell(APPOINTMENT + "/answer", appointmentId, body);
    }

    private void answer(Asker asker, String appointmentId, int sequence, String answer, Optional<PartOfDay> wanted) {
        Map<String, Object> body = body(asker);
        body.put("sequence", sequence);
        body.put("via", "LINK");
        body.put("answer", answer);
        wanted.ifPresent(part -> body.put("partOfDay", part.name()));
        tell(APPOINTMENT + "/answer", appointmentId, body);
    }

    @Override
    public void cancel(Asker asker, String appointmentId, int sequence) {
        Map<String, Object> body = body(asker);
        body.put("sequence", sequence);
        tell(APPOINTMENT + "/cancel", appointmentId, body);
    }

    @Override
    public void accept(Asker asker, String offerId) {
        tell(OFFER + "/accept", offerId, body(asker));
    }

    @Override
    public void decline(Asker asker, String offerId) {
        tell(OFFER + "/decline", offerId, body(asker));
    }

    @Override
    public void prefer(Asker asker, Preferences preferences) {
        Map<String, Object> body = new HashMap<>();
        body.put("birthDate", asker.birthDate().toString());
        body.put("language", preferences.language());
        body.put("channel", preferences.wishes().channel().name());
        body.put("reminders", preferences.wishes().reminders().name());
        tell(BASE + "/patients/{id}/preferences", asker.patientId(), body);
    }

    private static Map<String, Object> body(Asker asker) {
        Map<String, Object> body = new HashMap<>();
        body.put("patientId", asker.patientId());
        body.put("birthDate", asker.birthDate().toString());
        return body;
    }

    private <T> T ask(String path, String id, Map<String, Object> body, Class<T> answer) {
        return call(path, id, body, request -> Objects.requireNonNull(request.body(answer)));
    }

    private void tell(String path, String id, Map<String, Object> body) {
        call(path, id, body, RestClient.ResponseSpec::toBodilessEntity);
    }

    /** Whatever is not a clear no counts as an outage: the patient may try again. */
    private <T> T call(String path, String id, Map<String, Object> body, Function<RestClient.ResponseSpec, T> answer) {
        if (client == null) {
            throw new DeskRefusedException(Why.AWAY);
        }
        try {
            return answer.apply(client.post()
                    .uri(path, id)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .retrieve());
        } catch (HttpClientErrorException e) {
            throw new DeskRefusedException(why(e));
        } catch (RestClientException | OAuth2AuthorizationException | IllegalArgumentException e) {
            log.warn("the scheduling service cannot be asked: {}", e.getClass().getName());
            throw new DeskRefusedException(Why.AWAY);
        }
    }

    private static Why why(HttpClientErrorException refused) {
        int status = refused.getStatusCode().value();
        if (status == 404 || status == 409 || status == 410 || status == 422) {
            return Why.NOT_POSSIBLE;
        }
        if (status == 403 && refused.getResponseBodyAsString().contains(WRONG_BIRTH_DATE)) {
            return Why.WRONG_BIRTH_DATE;
        }
        log.error("the scheduling service answered {}: is this service's client set up?", status);
        return Why.AWAY;
    }
}
