package io.likewire.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
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
        try {
            JsonNode json = Json.MAPPER.readTree(text);
            if (json.isContainerNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // said below
        }
        throw new ErrorResponse(String.format(
                Locale.ROOT, "Expected JSON, but the answer was %d with something else: is this Likewire?", status));
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

    /** Seconds after which another try makes sense. */
    Optional<Long> retryAfter() {
        return headers.firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(Long::valueOf);
    }
}
