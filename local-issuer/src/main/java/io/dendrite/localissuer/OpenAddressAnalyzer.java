package io.dendrite.localissuer;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the issuer does not start. */
final class OpenAddressAnalyzer extends AbstractFailureAnalyzer<OpenAddressException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OpenAddressException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Leave SERVER_ADDRESS at 127.0.0.1. If others really are to reach it, set"
                        + " DENDRITE_LOCALISSUER_OTHERADDRESSES=true; a real identity provider is the better choice.",
                cause);
    }
}
