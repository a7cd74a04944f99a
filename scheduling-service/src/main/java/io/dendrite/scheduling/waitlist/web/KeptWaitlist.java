package io.dendrite.scheduling.waitlist.web;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.application.KeptOfPatient;
import io.dendrite.scheduling.waitlist.application.EndWaiting;
import io.dendrite.scheduling.waitlist.application.Waitlist;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What a patient waits and has waited for. */
@Component
class KeptWaitlist implements KeptOfPatient {

    private final Waitlist waitlist;
    private final EndWaiting endWaiting;
    private final Clinic clinic;

    KeptWaitlist(Waitlist waitlist, EndWaiting endWaiting, @Qualifier(Clinic.STORED) Clinic clinic) {
        this.waitlist = waitlist;
        this.endWaiting = endWaiting;
        this.clinic = clinic;
    }

    @Override
    public String name() {
        return "waitlist";
    }

    @Override
    public List<WaitlistAnswer> of(String patientId) {
        return waitlist.ofPatient(patientId).stream()
                .map(entry -> WaitlistAnswer.of(entry, true, this::zone))
                .toList();
    }

    @Override
    public void letGoOf(String patientId) {
        endWaiting.of(patientId);
    }

    private ZoneId zone(String siteId) {
        return clinic.site(siteId).map(Site::timeZone).orElse(ZoneOffset.UTC);
    }
}
