package io.dendrite.access.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.AccessMatrix;
import io.dendrite.access.model.AccessRule;
import io.dendrite.audit.AuditDraft;
import org.springframework.security.access.AccessDeniedException;

/**
 * Parts of a call that are open to fewer callers than the call. In the matrix such a part stands as the call followed by
 * the field that asks for it, in braces.
 */
public final class Privileges {

    private final AccessMatrix matrix;
    private final CurrentCaller caller;

    Privileges(AccessMatrix matrix, CurrentCaller caller) {
        this.matrix = matrix;
        this.caller = caller;
    }

    /**
     * Goes on if the caller may ask for a part of the call in hand; the audit then has the part's action.
     *
     * @param method the HTTP method of the call
     * @param path the path as the handler declares it
     * @param field the field of the body
     * @throws AccessDeniedException when the caller may not; answered as 403
     */
    public void require(String method, String path, String field) {
        AccessRule rule = matrix.rule(method, path + " {" + field + "}")
                .orElseThrow(() -> new AccessDeniedException("no line in the access matrix"));
        if (!caller.get().map(known -> known.may(rule)).orElse(false)) {
            throw new AccessDeniedException("not in the access matrix");
        }
        AuditDraft.current().call(rule.call(), rule.recordedAs());
    }
}
