package io.dendrite.localissuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackOnlyIT {

    @TempDir
    Path directory;

    @Test
    void anAddressThatOthersCanReachIsRefused() {
        assertThatThrownBy(() -> new RunningIssuer(directory, "--server.address=0.0.0.0"))
                .rootCause()
                .isInstanceOf(OpenAddressException.class)
                .hasMessageContaining("0.0.0.0");
        assertThatThrownBy(() -> new RunningIssuer(directory, "--server.address="))
                .rootCause()
                .hasMessageContaining("every address");
    }

    @Test
    void unlessThatIsAskedForInSoManyWords() {
        try (RunningIssuer issuer = new RunningIssuer(
                directory, "--server.address=0.0.0.0", "--dendrite.local-issuer.other-addresses=true")) {
            assertThat(issuer.page("/login").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theRefusalSaysWhatToDo() {
        OpenAddressException refusal = new OpenAddressException(null);

        assertThat(new OpenAddressAnalyzer().analyze(refusal, refusal).getAction())
                .contains("SERVER_ADDRESS", "DENDRITE_LOCALISSUER_OTHERADDRESSES=true");
    }
}
