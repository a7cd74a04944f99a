package io.dendrite.scheduling.reachability.application;

import io.dendrite.scheduling.patient.application.KeptOfPatient;
import io.dendrite.scheduling.patient.application.PatientRegister;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** That a patient's address fails is part of what is kept of the patient. */
@Component
class KeptReachability implements KeptOfPatient {

    private final Unreachable unreachable;
    private final PatientRegister register;

    KeptReachability(Unreachable unreachable, @Qualifier(PatientRegister.STORED) PatientRegister register) {
        this.unreachable = unreachable;
        this.register = register;
    }

    @Override
    public String name() {
        return "failingAddresses";
    }

    @Override
    public List<?> of(String patientId) {
        return unreachable.among(register.all(List.of(patientId))).stream().toList();
    }

    @Override
    public void letGoOf(String patientId) {
        unreachable.forget(patientId);
    }
}
