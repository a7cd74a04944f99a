package io.dendrite.scheduling.calendar.model;

/**
 * That an appointment was added to its booking later.
 *
 * @param appointmentId which
 * @param kind what it is to the course
 * @param request the id of the request that added it: one request adds one appointment, however often it is repeated
 */
public record AddedAppointment(String appointmentId, AppointmentKind kind, String request) {}
