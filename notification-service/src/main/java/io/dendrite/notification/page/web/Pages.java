package io.dendrite.notification.page.web;

import io.dendrite.notification.delivery.model.Wishes;
import io.dendrite.notification.page.application.ActOnPage;
import io.dendrite.notification.page.application.OfferView;
import io.dendrite.notification.page.application.OpenPage;
import io.dendrite.notification.page.application.PartOfDay;
import io.dendrite.notification.page.application.Place;
import io.dendrite.notification.page.model.Secret;
import io.dendrite.notification.page.model.Use;
import io.dendrite.notification.words.Bundles;
import io.dendrite.notification.words.Direction;
import io.dendrite.notification.words.LocalTimes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the pages: plain HTML that needs no script, in the reader's language. */
@Component
class Pages {

    private final MessageSource messages = Bundles.of("pages/words", "mail/words");
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    Pages() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("pages/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(resolver);
    }

    /** Where the secret and the birth date are asked for. */
    String door(String language, String typed, @Nullable Complaint complaint) {
        Context context = context(language, "page.title");
        context.setVariable("typed", typed);
        context.setVariable("wrong", complaint == null ? null : complaint.field());
        context.setVariable("error", complaint == null ? null : words(language).get(complaint.key()));
        return templates.process("door", context);
    }

    /**
     * What is wrong with what was typed.
     *
     * @param field which field is to be corrected; empty for neither
     * @param key of the words that say so
     */
    record Complaint(String field, String key) {}

    /** An appointment, in the language that the patient reads. */
    String visit(OpenPage.VisitPage page, LocalDate birthDate) {
        String language = page.view().preferences().language();
        Context context = context(language, "visit.title");
        place(context, page.view().place(), page.todo(), birthDate);
        context.setVariable("view", page.view());
        context.setVariable("parts", PartOfDay.values());
        context.setVariable("channels", Wishes.Channel.values());
        context.setVariable("reminders", Wishes.Reminders.values());
        return templates.process("visit", context);
    }

    /** An offered place. */
    String offer(OpenPage.OfferPage page, String language, LocalDate birthDate) {
        Context context = context(language, "offer.title");
        place(context, page.view().place(), page.todo(), birthDate);
        context.setVariable("view", page.view());
        context.setVariable("open", page.view().state() == OfferView.State.OPEN);
        LocalTimes times = new LocalTimes(
                messages, context.getLocale(), page.view().place().timeZone());
        context.setVariable("until", times.of(page.view().expiresAt()));
        return templates.process("offer", context);
    }

    /** What came of a button. */
    String outcome(Use use, ActOnPage.Outcome outcome, String language) {
        boolean done = outcome == ActOnPage.Outcome.DONE;
        Context context = context(language, done ? "done.title" : "failed.title");
        context.setVariable("message", words(language).get(done ? "done." + use : "error." + outcome));
        return templates.process("done", context);
    }

    /** That nothing can be shown now. */
    String away(String language) {
        Context context = context(language, "failed.title");
        context.setVariable("message", words(language).get("error.AWAY"));
        return templates.process("done", context);
    }

    private void place(Context context, Place place, Map<Use, Secret> todo, LocalDate birthDate) {
        context.setVariable("place", place);
        context.setVariable(
                "when", new LocalTimes(messages, context.getLocale(), place.timeZone()).of(place.start(), place.end()));
        context.setVariable("birthDate", birthDate.toString());
        context.setVariable(
                "todo",
                todo.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name(),
                                entry -> entry.getValue().text())));
    }

    private Context context(String language, String title) {
        Locale locale = locale(language);
        Context context = new Context(locale);
        context.setVariable("w", words(language));
        context.setVariable("language", locale.toLanguageTag());
        context.setVariable("code", locale.getLanguage());
        context.setVariable("direction", Direction.of(locale));
        context.setVariable("title", words(language).get(title));
        context.setVariable("languages", languages());
        return context;
    }

    private PageWords words(String language) {
        return new PageWords(messages, locale(language));
    }

    private Locale locale(String language) {
        return Bundles.translated(messages, language);
    }

    /** Each under the name that its own readers know it by. */
    private static Map<String, String> languages() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String code : Bundles.LANGUAGES) {
            Locale locale = Locale.forLanguageTag(code);
            String name = locale.getDisplayLanguage(locale);
            names.put(code, name.substring(0, 1).toUpperCase(locale) + name.substring(1));
        }
        return names;
    }
}
