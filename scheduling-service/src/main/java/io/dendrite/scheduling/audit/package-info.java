/** The audit as auditors read it; how it is kept is the business of the module safeguards. */
package io.dendrite.scheduling.audit;
