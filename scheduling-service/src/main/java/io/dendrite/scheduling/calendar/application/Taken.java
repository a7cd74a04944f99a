package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Occupancy;
import io.dendrite.scheduling.calendar.model.Quarters;
import java.util.List;

/**
 * What is taken at a site, seen in one look.
 *
 * @param claims as they are written, of bookings, holds and blocks
 * @param blocks by themselves, since they count also where somebody else's claim stands within them
 */
public record Taken(List<String> claims, List<Block> blocks) {

    public Taken {
        claims = List.copyOf(claims);
        blocks = List.copyOf(blocks);
    }

    /** The picture that this gives of a window; what lies outside is left out. */
    Occupancy in(Quarters window) {
        return Occupancy.of(window, claims, blocks);
    }
}
