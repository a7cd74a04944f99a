package io.dendrite.notification.page.application;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The scheduling service, asked for a patient. It compares the birth date wherever one is given.
 *
 * <p>Every method throws {@link DeskRefusedException} when it does not do what it is asked.
 */
public interface SchedulingDesk {

    /** Who asks: the patient that a secret is bound to, and the birth date that was typed. */
    record Asker(String patientId, LocalDate birthDate) {

        /** Never a date of birth. */
        @Override
        public String toString() {
            return "Asker[" + patientId + "]";
        }
    }

    /** What the page of an appointment shows. */
    VisitView visit(Asker asker, String appointmentId);

    /** What the page of an offered place shows. */
    OfferView offer(Asker asker, String offerId);

    /** Notes that the patient will come. */
    void confirm(Asker asker, String appointmentId, int sequence);

    /**
     * Notes what the patient's calendar program answered, for which no birth date is known.
     *
     * @param answer CONFIRMED, DECLINED or ANOTHER_TIME
     */
    void answerFromCalendar(String patientId, String appointmentId, int sequence, String answer);

    /** Cancels the appointment. */
    void cancel(Asker asker, String appointmentId, int sequence);

    /** Notes that the patient asks for another time, and at which time of the day if that matters. */
    void askForAnotherTime(Asker asker, String appointmentId, int sequence, Optional<PartOfDay> wanted);

    /** Takes the offered place. */
    void accept(Asker asker, String offerId);

    /** Leaves the offered place to somebody else. */
    void decline(Asker asker, String offerId);

    /** Changes how the patient is told. */
    void prefer(Asker asker, Preferences preferences);
}
