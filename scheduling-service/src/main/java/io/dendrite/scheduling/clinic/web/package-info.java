/** Sites and resources over HTTP. */
package io.dendrite.scheduling.clinic.web;
