package io.dendrite.localissuer.keys;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the operator replace the signing key while everything runs. */
@RestController
final class RotationController {

    private static final Logger log = LoggerFactory.getLogger(RotationController.class);

    private final SigningKeys keys;

    RotationController(SigningKeys keys) {
        this.keys = keys;
    }

    @PostMapping("/keys/rotate")
    Map<String, String> rotate() {
        String kid = keys.rotate();
        log.info("Tokens are signed with key {} from now on", kid);
        return Map.of("kid", kid);
    }
}
