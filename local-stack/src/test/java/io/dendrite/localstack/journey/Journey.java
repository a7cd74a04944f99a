package io.dendrite.localstack.journey;

/** A test of the whole running system, from outside. */
abstract class Journey {

    static JourneyStack stack() {
        return JourneyStack.running();
    }

    static FrontDesk desk() {
        return new FrontDesk(stack().gateway());
    }

    static Mails mails() {
        return new Mails(stack().smtp().folder());
    }
}
