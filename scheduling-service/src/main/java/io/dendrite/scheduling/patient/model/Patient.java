package io.dendrite.scheduling.patient.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to be treated.
 *
 * @param id opaque
 * @param givenName all of a name that a message may carry
 * @param familyName for the front desk
 * @param birthDate tells people of one name apart
 * @param email where notices go; null when none is known
 * @param phone whom the front desk calls; null when none is known
 * @param language BCP 47 tag of the language to write in
 * @param emailConsent whether the patient accepted unencrypted e-mail; without it nothing is sent
 * @param siteIds the sites that know the patient, {@code *} for all of them; only they see the patient
 * @param enrolments the programmes that the patient is enrolled in, as some treatments require
 * @param version rises by one with each change, from 1
 * @param contactVersion rises by one with each change of how the patient is reached, from 1
 * @param wishes how the patient wants to be told
 * @param addressVersion the contact version in which the e-mail address last became another
 */
public record Patient(
        String id,
        String givenName,
        String familyName,
        LocalDate birthDate,
        @Nullable String email,
        @Nullable String phone,
        String language,
        boolean emailConsent,
        List<String> siteIds,
        Set<String> enrolments,
        long version,
        long contactVersion,
        ContactWishes wishes,
        long addressVersion) {

    public Patient {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(familyName, "familyName");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(language, "language");
        siteIds = List.copyOf(siteIds);
        Objects.requireNonNull(wishes, "wishes");
        enrolments = Collections.unmodifiableSet(new TreeSet<>(enrolments));
    }

    /** A patient without particular wishes, whose address is as new as the rest of the contact. */
    public Patient(
            String id,
            String givenName,
            String familyName,
            LocalDate birthDate,
            @Nullable String email,
            @Nullable String phone,
            String language,
            boolean emailConsent,
            List<String> siteIds,
            Set<String> enrolments,
            long version,
            long contactVersion) {
        this(
                id,
                givenName,
                familyName,
                birthDate,
                email,
                phone,
                language,
                emailConsent,
                siteIds,
                enrolments,
                version,
                contactVersion,
                ContactWishes.NONE,
                contactVersion);
    }

    /** A patient who is enrolled in nothing. */
    public Patient(
            String id,
            String givenName,
            String familyName,
            LocalDate birthDate,
            @Nullable String email,
            @Nullable String phone,
            String language,
            boolean emailConsent,
            List<String> siteIds,
            long version,
            long contactVersion) {
        this(
                id,
                givenName,
                familyName,
                birthDate,
                email,
                phone,
                language,
                emailConsent,
                siteIds,
                Set.of(),
                version,
                contactVersion);
    }

    /** Whether a notice to the other would go elsewhere or read differently. */
    public boolean reachedLike(Patient other) {
        return givenName.equals(other.givenName)
                && Objects.equals(email, other.email)
                && Objects.equals(phone, other.phone)
                && language.equals(other.language)
                && emailConsent == other.emailConsent
                && wishes.equals(other.wishes);
    }

    /** Whether the site knows the patient. */
    public boolean isKnownAt(String siteId) {
        return siteIds.contains(siteId) || siteIds.contains("*");
    }

    /** The same patient, known at other sites. */
    public Patient knownAt(List<String> sites) {
        return copy(language, sites, version, contactVersion, wishes, addressVersion);
    }

    /** The same patient with other wishes. */
    public Patient told(String inLanguage, ContactWishes how) {
        return copy(inLanguage, siteIds, version, contactVersion, how, addressVersion);
    }

    /** The same data in other versions. */
    public Patient atVersions(long otherVersion, long otherContactVersion, long otherAddressVersion) {
        return copy(language, siteIds, otherVersion, otherContactVersion, wishes, otherAddressVersion);
    }

    private Patient copy(
            String otherLanguage,
            List<String> sites,
            long otherVersion,
            long otherContactVersion,
            ContactWishes otherWishes,
            long otherAddressVersion) {
        return new Patient(
                id,
                givenName,
                familyName,
                birthDate,
                email,
                phone,
                otherLanguage,
                emailConsent,
                sites,
                enrolments,
                otherVersion,
                otherContactVersion,
                otherWishes,
                otherAddressVersion);
    }
}
