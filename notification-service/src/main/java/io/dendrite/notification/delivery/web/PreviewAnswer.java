package io.dendrite.notification.delivery.web;

import io.dendrite.notification.delivery.application.NoticeTexts;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a notice would say. */
@Schema(name = "NoticePreview")
record PreviewAnswer(String subject, String text, String html) {

    static PreviewAnswer of(NoticeTexts.NoticeText text) {
        return new PreviewAnswer(text.subject(), text.plain(), text.html());
    }
}
