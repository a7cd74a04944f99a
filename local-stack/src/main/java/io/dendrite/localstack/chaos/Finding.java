package io.dendrite.localstack.chaos;

import java.util.List;

/**
 * What a check has found.
 *
 * @param check the promise that was looked at
 * @param examined how many things were
 * @param broken each case in which it was not kept; empty is good
 */
record Finding(String check, int examined, List<String> broken) {

    Finding {
        broken = List.copyOf(broken);
    }

    boolean isGood() {
        return broken.isEmpty();
    }
}
