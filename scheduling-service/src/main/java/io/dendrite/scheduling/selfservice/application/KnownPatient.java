package io.dendrite.scheduling.selfservice.application;

import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Tells patients from people who have got hold of their messages: by the birth date, at every call. */
@Component
public class KnownPatient {

    private final PatientRegister register;

    KnownPatient(PatientRegister register) {
        this.register = register;
    }

    /**
     * The patient of an id, if that is the birth date.
     *
     * @throws ProblemException 404 for an unknown patient, 403 when the birth date is another one
     */
    public Patient of(String patientId, LocalDate birthDate) {
        Patient patient =
                register.patient(patientId).orElseThrow(() -> ProblemException.notFound("patient", patientId));
        if (!patient.birthDate().equals(birthDate)) {
            throw ProblemException.of(ProblemType.WRONG_BIRTH_DATE, "The birth date is not the patient's.");
        }
        return patient;
    }
}
