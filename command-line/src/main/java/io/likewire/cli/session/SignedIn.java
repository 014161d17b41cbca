package io.likewire.cli.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Http;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Request;
import io.likewire.cli.rest.Response;
import java.time.Instant;
import java.util.Optional;

/** Who asks: the account that is signed in, or a visitor without a name. */
public final class SignedIn {
    private static final int SPARE_S = 30;
    private static final String REFRESH = "refresh";
    private final Http http;
    private final StateFile file;
    private final Optional<String> given;

    /** @param given an access token that goes before what is remembered */
    public SignedIn(Http http, StateFile file, Optional<String> given) {
        this.http = http;
        this.file = file;
        this.given = given;
    }

    public void login(String username, String password) {
        ObjectNode head = Json.object().put("username", username).put("password", password);
        Response response =
                http.send(Request.of("POST", "/api/auth/login", head)).orRefused();
        file.alone(() -> remember(response, username));
    }

    /** Whether somebody was signed in. */
    public boolean logout() {
        return file.alone(() -> {
            ObjectNode state = file.read();
            if (!state.has(REFRESH)) {
                return false;
            }
            Response response =
                    http.send(Request.of("POST", "/api/auth/logout", null).with("Cookie", cookie(state)));
            if (response.status() != 401) {
                response.orRefused();
            }
            forget();
            return true;
        });
    }

    public boolean isKnown() {
        return given.isPresent() || file.read().has(REFRESH);
    }

    /** Of the account; a new one where the last is about to end. */
    public String accessToken() {
        return given.orElseGet(() -> file.alone(this::freshToken));
    }

    /** Of the account if there is one, else of the same visitor each time. */
    public String likersToken() {
        return isKnown() ? accessToken() : file.alone(this::visitorsToken);
    }

    private String freshToken() {
        ObjectNode state = file.read();
        if (!state.has(REFRESH)) {
            throw new ErrorResponse("You are not signed in: likewire login USER");
        }
        if (Instant.now().getEpochSecond() + SPARE_S < state.path("until").asLong()) {
            return state.path("token").asText();
        }
        Response response =
                http.once(Request.of("POST", "/api/auth/refresh", null).with("Cookie", cookie(state)));
        if (response.status() == 401) {
            forget();
            throw new ErrorResponse("Your session is over: likewire login USER");
        }
        return remember(response.orRefused(), state.path("username").asText());
    }

    private String visitorsToken() {
        ObjectNode state = file.read();
        if (!state.has("visitor")) {
            Response response =
                    http.send(Request.of("POST", "/api/visitors", null)).orRefused();
            state.put("visitor", response.json().path("token").asText());
            file.write(state);
        }
        return state.path("visitor").asText();
    }

    private String remember(Response response, String username) {
        ObjectNode state = file.read();
        String token = response.json().path("accessToken").asText();
        state.put("username", username).put("token", token);
        state.put(
                "until",
                Instant.now().getEpochSecond()
                        + response.json().path("expiresIn").asLong());
        response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(REFRESH + "="))
                .forEach(cookie -> state.put(
                        REFRESH, cookie.substring(REFRESH.length() + 1).split(";", 2)[0]));
        file.write(state);
        return token;
    }

    private void forget() {
        ObjectNode state = file.read();
        state.retain("visitor");
        file.write(state);
    }

    private static String cookie(ObjectNode state) {
        return REFRESH + "=" + state.path(REFRESH).asText();
    }
}
