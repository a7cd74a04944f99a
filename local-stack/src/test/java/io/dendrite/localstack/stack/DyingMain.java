package io.dendrite.localstack.stack;

/** A service that does not come up. */
final class DyingMain {

    private DyingMain() {}

    public static void main(String[] arguments) {
        System.out.println("Connecting to the clinic");
        System.out.println("The clinic has burnt down");
        System.exit(7);
    }
}
