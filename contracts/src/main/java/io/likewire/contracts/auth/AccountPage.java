package io.likewire.contracts.auth;

import java.util.List;

/**
 * Some accounts, by id.
 *
 * @param last id of the last one where more follow; null at the end
 */
public record AccountPage(List<Account> accounts, Long last) {}
