package io.dendrite.notification.page.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the pages look like, and the few lines that fill in the secret. */
@Controller
class PageFiles {

    @GetMapping("/my/style.css")
    ResponseEntity<Resource> style() {
        return file("style.css", "text/css;charset=UTF-8");
    }

    @GetMapping("/my/fill.js")
    ResponseEntity<Resource> script() {
        return file("fill.js", "text/javascript;charset=UTF-8");
    }

    private static ResponseEntity<Resource> file(String name, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .headers(PageHeaders.of())
                .body(new ClassPathResource("pages/" + name));
    }
}
