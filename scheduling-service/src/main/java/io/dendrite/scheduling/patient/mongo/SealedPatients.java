package io.dendrite.scheduling.patient.mongo;

import io.dendrite.encryption.BlindIndex;
import io.dendrite.encryption.KeyDestroyedException;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.scheduling.mongo.VersionedDocuments;
import io.dendrite.scheduling.patient.model.ContactWishes;
import io.dendrite.scheduling.patient.model.Patient;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form of a patient in the database. All that identifies the patient is one value, sealed with the patient's key, so
 * that one look at the key serves; beside it tokens by which the patient is found.
 */
@Component
class SealedPatients {

    static final String SEALED = "sealed";
    static final String NAMES = "nameTokens";
    static final String EMAIL = "emailToken";
    static final String SITES = "sites";

    private static final String GIVEN_NAME = "givenName";
    private static final String FAMILY_NAME = "familyName";
    private static final String BIRTH_DATE = "birthDate";
    private static final String ADDRESS = "email";
    private static final String PHONE = "phone";
    private static final String LANGUAGE = "language";
    private static final String CONSENT = "emailConsent";
    private static final String ENROLMENTS = "enrolments";
    private static final String CHANNEL = "channel";
    private static final String REMINDERS = "reminders";
    private static final String CONTACT_VERSION = "contactVersion";
    private static final String ADDRESS_VERSION = "addressVersion";

    private final PatientSeal seal;
    private final SharedSeal lookup;
    private final BlindIndex names;

    SealedPatients(PatientSeal seal, SharedSeal lookup, BlindIndex names) {
        this.seal = seal;
        this.lookup = lookup;
        this.names = names;
    }

    /** All fields but the id. */
    Document write(Patient patient) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put(GIVEN_NAME, patient.givenName());
        data.put(FAMILY_NAME, patient.familyName());
        data.put(BIRTH_DATE, patient.birthDate().toString());
        data.put(ADDRESS, patient.email());
        data.put(PHONE, patient.phone());
        data.put(LANGUAGE, patient.language());
        data.put(CONSENT, patient.emailConsent());
        data.put(CHANNEL, patient.wishes().channel().name());
        data.put(REMINDERS, patient.wishes().reminders().name());
        // One text, since a seal holds no lists; ids have no blanks.
        data.put(ENROLMENTS, String.join(" ", patient.enrolments()));
        return new Document(SEALED, new Binary(seal.seal(patient.id(), data)))
                .append(NAMES, names.tokensOf(NameKeys.searched(patient)))
                .append(EMAIL, patient.email() == null ? null : emailToken(patient.email()))
                .append(SITES, patient.siteIds())
                .append(CONTACT_VERSION, patient.contactVersion())
                .append(ADDRESS_VERSION, patient.addressVersion())
                .append(VersionedDocuments.VERSION, patient.version());
    }

    /** The patient; empty when the key is destroyed. */
    Optional<Patient> read(Document document) {
        String id = document.getString("_id");
        Map<String, Object> data;
        try {
            data = seal.open(id, document.get(SEALED, Binary.class).getData());
        } catch (KeyDestroyedException erased) {
            return Optional.empty();
        }
        long contactVersion = document.get(CONTACT_VERSION, Number.class).longValue();
        return Optional.of(new Patient(
                id,
                text(data, GIVEN_NAME),
                text(data, FAMILY_NAME),
                LocalDate.parse(text(data, BIRTH_DATE)),
                (String) data.get(ADDRESS),
                (String) data.get(PHONE),
                text(data, LANGUAGE),
                Boolean.TRUE.equals(data.get(CONSENT)),
                document.getList(SITES, String.class, List.of()),
                enrolments(data),
                VersionedDocuments.version(document),
                contactVersion,
                wishes(data),
                // Documents of before it was kept: the address counts as new, so that nobody is held unreachable.
                document.get(ADDRESS_VERSION, Long.valueOf(contactVersion))));
    }

    /** The token of the beginning of a name in its searched form. */
    long nameToken(String key) {
        return names.token(key);
    }

    /** What an address is looked up by. */
    Binary emailToken(String address) {
        return new Binary(lookup.sealAlike(Purpose.LOOKUP, address.strip().toLowerCase(Locale.ROOT)));
    }

    private static ContactWishes wishes(Map<String, Object> data) {
        return new ContactWishes(
                ContactWishes.Channel.valueOf(Objects.toString(
                        data.get(CHANNEL), ContactWishes.NONE.channel().name())),
                ContactWishes.Reminders.valueOf(Objects.toString(
                        data.get(REMINDERS), ContactWishes.NONE.reminders().name())));
    }

    private static Set<String> enrolments(Map<String, Object> data) {
        String ids = Objects.toString(data.get(ENROLMENTS), "");
        return ids.isEmpty() ? Set.of() : Set.of(ids.split(" ", -1));
    }

    private static String text(Map<String, Object> data, String name) {
        return Objects.toString(Objects.requireNonNull(data.get(name), name));
    }
}
