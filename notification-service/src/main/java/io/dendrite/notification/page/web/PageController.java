package io.dendrite.notification.page.web;

import io.dendrite.notification.delivery.model.Wishes;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.dendrite.notification.page.application.ActOnPage;
import io.dendrite.notification.page.application.OpenPage;
import io.dendrite.notification.page.application.PartOfDay;
import io.dendrite.notification.page.application.Preferences;
import io.dendrite.notification.page.model.Secret;
import io.dendrite.notification.page.model.Use;
import io.dendrite.notification.words.Bundles;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Patients' pages. Programs that look at the links of mails ahead of their readers get to see an empty form: asking for a
 * page by GET neither shows nor changes anything, and the secret does not leave the browser before somebody sends the form.
 */
@Controller
@RequestMapping("/my")
class PageController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String RETRY_AFTER_SECONDS = "30";

    private final Pages pages;
    private final OpenPage openPage;
    private final ActOnPage actOnPage;

    PageController(Pages pages, OpenPage openPage, ActOnPage actOnPage) {
        this.pages = pages;
        this.openPage = openPage;
        this.actOnPage = actOnPage;
    }

    /** The empty form. */
    @GetMapping
    ResponseEntity<String> door(@RequestParam(required = false) @Nullable String lang, Locale asked) {
        return page(HttpStatus.OK, pages.door(language(lang, asked), "", null));
    }

    /**
     * The page of a secret. It has an address of its own: were it that of the form, following another link from here would
     * only change what stands behind the number sign, and load nothing.
     */
    @PostMapping("/open")
    ResponseEntity<String> open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String birthDate,
            @RequestParam(required = false) @Nullable String lang,
            Locale asked) {
        String language = language(lang, asked);
        Optional<Secret> secret = Secret.of(code);
        Optional<LocalDate> born = date(birthDate);
        if (secret.isEmpty()) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT, language, "", "code", "error.code");
        }
        String typed = secret.get().text();
        if (born.isEmpty()) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT, language, typed, "birthDate", "error.birthDate");
        }
        return whileReachable(language, () -> {
            OpenPage.Opened opened = openPage.open(secret.get(), born.get());
            if (opened instanceof OpenPage.VisitPage visit) {
                return page(HttpStatus.OK, pages.visit(visit, born.get()));
            }
            if (opened instanceof OpenPage.OfferPage offer) {
                return page(HttpStatus.OK, pages.offer(offer, language, born.get()));
            }
            return closed(((OpenPage.Closed) opened).why(), language, typed);
        });
    }

    private ResponseEntity<String> closed(OpenPage.Why why, String language, String typed) {
        return switch (why) {
            case WRONG_BIRTH_DATE ->
                again(HttpStatus.UNPROCESSABLE_CONTENT, language, typed, "birthDate", "error." + why);
            case LOCKED -> again(HttpStatus.FORBIDDEN, language, "", "", "error." + why);
            case NOT_GOOD -> again(HttpStatus.NOT_FOUND, language, "", "code", "error." + why);
            case AWAY -> away(language);
        };
    }

    /** What a button does. */
    @PostMapping("/answer")
    ResponseEntity<String> answer(
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam Map<String, String> form,
            Locale asked) {
        String language = language(form.get("lang"), asked);
        Optional<Use> wanted = one(Use.class, use).filter(known -> !known.opensAPage());
        Optional<Secret> shown = Secret.of(secret);
        Optional<LocalDate> born = date(form.getOrDefault("birthDate", ""));
        Optional<Preferences> preferences = preferences(form);
        boolean incomplete = wanted.filter(known -> known == Use.PREFERENCES).isPresent() && preferences.isEmpty();
        if (wanted.isEmpty() || shown.isEmpty() || born.isEmpty() || incomplete) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT, language, "", "", "error.NOT_GOOD");
        }
        ActOnPage.Wish wish =
                new ActOnPage.Wish(born.get(), one(PartOfDay.class, form.getOrDefault("partOfDay", "")), preferences);
        return whileReachable(language, () -> {
            ActOnPage.Outcome outcome = actOnPage.act(wanted.get(), shown.get(), wish);
            HttpStatus status = switch (outcome) {
                case DONE -> HttpStatus.OK;
                case NOT_GOOD -> HttpStatus.NOT_FOUND;
                case WRONG_BIRTH_DATE -> HttpStatus.FORBIDDEN;
                case NOT_POSSIBLE -> HttpStatus.CONFLICT;
                case AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
            };
            return page(status, pages.outcome(wanted.get(), outcome, language));
        });
    }

    private static Optional<Preferences> preferences(Map<String, String> form) {
        String language = form.getOrDefault("language", "");
        Optional<Wishes.Channel> channel = one(Wishes.Channel.class, form.getOrDefault("channel", ""));
        Optional<Wishes.Reminders> reminders = one(Wishes.Reminders.class, form.getOrDefault("reminders", ""));
        return Bundles.LANGUAGES.contains(language) && channel.isPresent() && reminders.isPresent()
                ? Optional.of(new Preferences(language, new Wishes(channel.get(), reminders.get())))
                : Optional.empty();
    }

    private ResponseEntity<String> whileReachable(String language, Supplier<ResponseEntity<String>> answer) {
        try {
            return answer.get();
        } catch (StoreUnavailableException e) {
            return away(language);
        }
    }

    private ResponseEntity<String> away(String language) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(HTML)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .headers(PageHeaders.of())
                .body(pages.away(language));
    }

    private ResponseEntity<String> again(
            HttpStatus status, String language, String typed, String field, String complaint) {
        return page(status, pages.door(language, typed, new Pages.Complaint(field, complaint)));
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .headers(PageHeaders.of())
                .body(html);
    }

    private static String language(@Nullable String chosen, Locale asked) {
        return chosen != null && Bundles.LANGUAGES.contains(chosen) ? chosen : asked.toLanguageTag();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
        try {
            return Optional.of(Enum.valueOf(type, name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
