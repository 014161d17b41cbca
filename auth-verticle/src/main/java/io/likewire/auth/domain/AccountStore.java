package io.likewire.auth.domain;

import io.likewire.contracts.auth.Account;
import io.likewire.contracts.auth.AccountPatch;
import io.likewire.contracts.auth.Role;
import io.vertx.core.Future;
import java.util.List;

/** Accounts, as kept. */
public interface AccountStore {
    /** An account and what is kept of its password. */
    record Stored(Account account, String hash) {
        /** Nobody has taken anything from the account since. */
        public boolean isAsProven(Stored proven) {
            return hash.equals(proven.hash) && account.role() == proven.account.role() && !account.disabled();
        }

        Stored with(String newHash) {
            return new Stored(account, newHash);
        }
    }

    /** INVALID for a name that is taken. */
    Future<Account> create(String username, String hash, Role role);

    /** Null for an unknown one. */
    Future<Stored> byName(String username);

    /** Null for an unknown one. */
    Future<Stored> byId(long id);

    Future<List<Account>> after(long id, int limit);

    /**
     * Null for an unknown one; INVALID where it would leave no administrator. Less rights end its sessions; so does another
     * password, with which it may be tried anew.
     *
     * @param hash of the patch's password; null without one
     */
    Future<Account> change(long id, AccountPatch patch, String hash);

    /** Ends its sessions, too; false where the password is no longer the proven one. */
    Future<Boolean> changePassword(Stored proven, String hash);

    /** The same password, kept in another way; false where it is no longer the proven one. */
    Future<Boolean> rehash(Stored proven, String hash);

    /** Any one that isn't disabled; null without any. */
    Future<Long> anyone();

    /** No number up to this one is given to a new account. */
    Future<Void> keepNumbersAbove(long number);

    Future<Boolean> hasAdministrator();
}
