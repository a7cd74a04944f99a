package io.dendrite.scheduling.waitlist.model;

/**
 * Why somebody is urgent, in codes that name no condition. They are for clinicians and sealed with the patient's key all
 * the same: that a patient is worse is a clinical matter.
 */
public enum UrgencyReason {
    /** The patient is worse than when the visit was planned. */
    CLINICAL_DETERIORATION,
    /** Without a visit soon the course leaves its protocol. */
    COURSE_AT_RISK,
    /** The patient left a hospital and needs a visit soon after. */
    DISCHARGE_FOLLOW_UP,
    /** A clinician decided so; the patient's file says why. */
    CLINICIAN_DECISION
}
