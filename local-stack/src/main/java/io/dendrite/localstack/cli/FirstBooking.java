package io.dendrite.localstack.cli;

import java.time.LocalDate;

/** Shell commands that register a patient, take the first free start and book it; they work again and again. */
final class FirstBooking {

    private FirstBooking() {}

    /**
     * To be pasted into any POSIX shell.
     *
     * @param tokenCommand prints a token of the front desk
     * @param from the first day that is looked at
     */
    static String commands(String gateway, String tokenCommand, LocalDate from) {
        return """
                api=%s/api/v1
                token=$(%s)
                patient=$(curl -s $api/patients -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \\
                  -d '{"givenName":"Robin","familyName":"Reyes","birthDate":"1985-04-12","email":"robin@patients.example","phone":"+1 503 555 0199","language":"en","emailConsent":true}' \\
                  | sed -n 's/.*"id":"\\([^"]*\\)".*/\\1/p')
                start=$(curl -s -H "Authorization: Bearer $token" "$api/availability?site=riverside&treatment=iv-mood-2&from=%s&to=%s&limit=1" \\
                  | sed -n 's/.*"start":"\\([^"]*\\)".*/\\1/p')
                curl -si $api/bookings -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \\
                  -d "{\\"patientId\\":\\"$patient\\",\\"siteId\\":\\"riverside\\",\\"treatmentId\\":\\"iv-mood-2\\",\\"appointments\\":[{\\"start\\":\\"$start\\"}]}"
                """.formatted(gateway, tokenCommand, from, from.plusDays(20));
    }
}
