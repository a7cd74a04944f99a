/** How the service says no: RFC 9457 problems, and the trace that leads from one to the log. */
package io.dendrite.scheduling.problem;
