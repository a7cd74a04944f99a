package io.dendrite.notification.delivery.web;

import io.dendrite.notification.ledger.model.NoticeKind;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which notice is to be shown. */
@Schema(name = "NoticePreviewRequest")
record PreviewBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        NoticeKind kind,

        @Schema(example = "riverside", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String siteId,

        @Schema(example = "en", defaultValue = "en") @Nullable
        String language,

        @Schema(description = "How many visits a confirmation tells, 1 to 12", defaultValue = "1") @Nullable
        Integer visits) {}
