package io.dendrite.localstack.cli;

import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackFailure;
import io.dendrite.localstack.stack.StackState;
import io.dendrite.localstack.token.Tokens;

/** For commands that need the stack to run. */
final class Running {

    private Running() {}

    /**
     * The tokens of the stack that runs here.
     *
     * @throws StackFailure if none does
     */
    static Tokens tokens(Where where) {
        return Tokens.of(where.directory(), state(where));
    }

    /**
     * What the stack that runs here tells.
     *
     * @throws StackFailure if none does
     */
    static StackState state(Where where) {
        StackDirectory directory = where.directory();
        if (!directory.isInUse()) {
            throw new StackFailure(
                    "No stack runs in " + directory.path() + ": start one with ./dendrite up" + where.argument() + ".");
        }
        return directory
                .state()
                .orElseThrow(() -> new StackFailure("The stack is only just starting: try again in a moment."));
    }
}
