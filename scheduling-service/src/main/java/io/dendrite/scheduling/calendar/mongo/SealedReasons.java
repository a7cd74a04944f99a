package io.dendrite.scheduling.calendar.mongo;

import io.dendrite.encryption.KeyDestroyedException;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The free text of the calendar: why somebody does not come is sealed with their own key, why time is blocked is not. */
@Component
class SealedReasons {

    private static final String REASON = "reason";

    private final PatientSeal patients;
    private final SharedSeal shared;

    SealedReasons(PatientSeal patients, SharedSeal shared) {
        this.patients = patients;
        this.shared = shared;
    }

    Binary ofPatient(String patientId, String reason) {
        return new Binary(patients.seal(patientId, Map.of(REASON, reason)));
    }

    /** What was sealed; null when there was nothing, or the patient is erased. */
    @Nullable
    String ofPatient(String patientId, @Nullable Binary sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return Objects.toString(patients.open(patientId, sealed.getData()).get(REASON), null);
        } catch (KeyDestroyedException erased) {
            return null;
        }
    }

    Binary ofClinic(String reason) {
        return new Binary(shared.seal(Purpose.TEXT, reason.getBytes(StandardCharsets.UTF_8)));
    }

    String ofClinic(Binary sealed) {
        return new String(shared.open(sealed.getData()), StandardCharsets.UTF_8);
    }
}
