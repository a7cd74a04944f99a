package io.dendrite.localstack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rotate-keys}: a new signing key while everything runs. */
@Command(
        name = "rotate-keys",
        description = "Has the issuer sign with a new key; tokens that are out stay good until they expire.")
final class RotateKeys implements Callable<Integer> {

    @Mixin
    final Help help = new Help();

    @Mixin
    private final Where where = new Where();

    @Override
    public Integer call() {
        System.out.println("Tokens are signed with key " + Running.tokens(where).rotateKeys() + " from now on.");
        return 0;
    }
}
