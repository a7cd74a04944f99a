package io.dendrite.benchmarks;

import java.util.Arrays;
import java.util.List;

/** What can be measured, in the order in which it is. */
enum Scenario {
    BOOKINGS("a", "bookings over eight sites"),
    BUSIEST_DAY("b", "bookings, one day of one site"),
    AVAILABILITY("c", "availability at 80 %"),
    DAY_SHEET("d", "day sheet"),
    MIX("e", "a front desk's mix"),
    TO_THE_MAIL("f", "booking to SMTP acceptance"),
    HISTORY("g", "past appointments"),
    SITES("h", "sites"),
    INSTANCES("i", "scheduling instances");

    private final String letter;
    private final String title;

    Scenario(String letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    /** How it is called on the command line. */
    String letter() {
        return letter;
    }

    /** How it is called in the summary. */
    String title() {
        return "(" + letter + ") " + title;
    }

    void measure(Run run) throws Exception {
        switch (this) {
            case BOOKINGS -> BookingScenarios.spread(run);
            case BUSIEST_DAY -> BookingScenarios.busiestDay(run);
            case AVAILABILITY -> ReadingScenarios.availability(run);
            case DAY_SHEET -> ReadingScenarios.daySheet(run);
            case MIX -> MixScenario.mix(run);
            case TO_THE_MAIL -> MailScenario.toTheMail(run);
            case HISTORY -> GrowthScenarios.history(run);
            case SITES -> GrowthScenarios.sites(run);
            case INSTANCES -> InstanceScenario.instances(run);
        }
    }

    /**
     * Those of the letters, in order; all if there is no letter.
     *
     * @throws IllegalArgumentException if a letter is none of theirs
     */
    static List<Scenario> of(List<String> letters) {
        for (String letter : letters) {
            if (Arrays.stream(values()).noneMatch(scenario -> scenario.letter.equals(letter))) {
                throw new IllegalArgumentException("There is no scenario " + letter + ": choose of a to i.");
            }
        }
        return Arrays.stream(values())
                .filter(scenario -> letters.isEmpty() || letters.contains(scenario.letter))
                .toList();
    }
}
