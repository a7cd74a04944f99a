package io.dendrite.notification.delivery.micrometer;

import java.util.LinkedHashMap;
import java.util.Map;

/** The few reasons that are told apart in metrics, whatever words the ledger keeps. */
final class Reasons {

    private static final Map<String, String> BY_WORDS = new LinkedHashMap<>();

    static {
        BY_WORDS.put("superseded", "superseded");
        BY_WORDS.put("the visit", "past");
        BY_WORDS.put("too late", "past");
        BY_WORDS.put("consented", "unwanted");
        BY_WORDS.put("the patient wants", "unwanted");
        BY_WORDS.put("no e-mail address", "no-address");
        BY_WORDS.put("no phone", "no-address");
        BY_WORDS.put("not valid", "no-address");
        BY_WORDS.put("takes no mail", "suppressed");
        BY_WORDS.put("erased", "erased");
        BY_WORDS.put("puts the", "put-off");
        BY_WORDS.put("refuses", "refused");
        BY_WORDS.put("cannot be reached", "unreachable");
        BY_WORDS.put("broke off", "unreachable");
        BY_WORDS.put("credentials", "credentials");
    }

    private Reasons() {}

    static String of(String words) {
        if (words.isEmpty()) {
            return "none";
        }
        return BY_WORDS.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }
}
