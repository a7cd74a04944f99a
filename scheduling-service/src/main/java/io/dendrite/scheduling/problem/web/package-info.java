/** How problems become HTTP answers, whatever went wrong and wherever. */
package io.dendrite.scheduling.problem.web;
