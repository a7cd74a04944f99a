package io.dendrite.notification.page.web;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: it sends the forms that pages hold. */
public final class PageReader {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;

    public PageReader(String base) {
        this.base = base;
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a form. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Opens the page of a secret. */
    public HttpResponse<String> open(String secret, String birthDate) throws Exception {
        return post("/my/open", Map.of("code", secret, "birthDate", birthDate));
    }

    /** The fields of the form on a page that does something, with what is hidden in it. */
    public static Map<String, String> form(String html, String use) {
        Matcher forms = Pattern.compile("<form[^>]*action=\"/my/answer\".*?</form>", Pattern.DOTALL)
                .matcher(html);
        while (forms.find()) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher inputs = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"")
                    .matcher(forms.group());
            while (inputs.find()) {
                fields.put(inputs.group(1), inputs.group(2));
            }
            if (use.equals(fields.get("use"))) {
                return fields;
            }
        }
        throw new AssertionError("there is no form to " + use);
    }
}
