package io.likewire.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server answered. */
public record Response(int status, HttpHeaders headers, String text) {
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; *rel=\"next\"");

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** @throws Refused when it is none of this system's */
    public JsonNode json() {
        String otherwise = String.format(
                Locale.ROOT, "Expected JSON, but the answer was %d with something else: is this Likewire?", status);
        JsonNode json = Json.read(text, otherwise);
        if (!json.isContainerNode()) {
            throw new ErrorResponse(otherwise);
        }
        return json;
    }

    /** @throws Refused unless it is good */
    public Response orRefused() {
        if (!isGood()) {
            throw ErrorResponse.by(this);
        }
        return this;
    }

    /** Where the next page is. */
    Optional<String> next() {
        Matcher link = NEXT.matcher(headers.firstValue("Link").orElse(""));
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }
}
