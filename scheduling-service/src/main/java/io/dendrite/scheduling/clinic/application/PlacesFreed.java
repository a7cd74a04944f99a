package io.dendrite.scheduling.clinic.application;

/** Hears that something at a site may have become free, so that whoever waits for it need not wait for the next sweep. */
public interface PlacesFreed {

    /** Returns at once and never throws; what is missed here is found by the sweep. */
    void at(String siteId);
}
