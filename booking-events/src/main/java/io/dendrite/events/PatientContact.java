package io.dendrite.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a patient is reached, unreadable to whoever has not the patient's key.
 *
 * @param patientId the patient
 * @param version rises with every change of the contact; of two copies the higher one is true
 * @param sealed {@link ContactDetails}, encrypted with the patient's own data key, in Base64
 * @param addressVersion the version in which the e-mail address last became another; null if the sender does not tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PatientContact(
        String patientId,
        long version,
        String sealed,
        @Nullable Long addressVersion) {

    public PatientContact {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(sealed, "sealed");
    }

    /** A contact whose address is as new as the rest of it. */
    public PatientContact(String patientId, long version, String sealed) {
        this(patientId, version, sealed, null);
    }

    /** Since which version the address is the one it is; where that is not told, it counts as new. */
    @JsonIgnore
    public long addressSince() {
        return addressVersion == null ? version : addressVersion;
    }
}
