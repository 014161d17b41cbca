package io.likewire.likes.domain;

import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.platform.idempotency.KeyedCommand;
import io.likewire.platform.idempotency.StoredAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Sorts a batch by idempotency keys: a command whose key is known, or that comes after another one with its key, is not
 * applied. It gets the answer of the first, or learns that the key belongs to another request.
 */
public final class IdempotentCommands {
    private record Owner(KeyedCommand first, LikeResult answer) {}

    private final List<LikeCommand> commands;
    private final Map<String, Owner> owners = new HashMap<>();
    private final List<LikeCommand> first = new ArrayList<>();

    /** @param kept the answers that there are for the commands' keys, by the keys' ids */
    public IdempotentCommands(List<LikeCommand> commands, Map<String, StoredAnswer> kept) {
        this.commands = commands;
        kept.forEach((id, known) -> owners.put(id, new Owner(known.first(), LikeResult.read(known.answer()))));
        commands.stream().filter(this::isFirst).forEach(first::add);
    }

    private boolean isFirst(LikeCommand command) {
        return command.key() == null
                || owners.putIfAbsent(command.key().id(), new Owner(command.withKey(), null)) == null;
    }

    /** Those that are to be applied, in order of arrival. */
    public List<LikeCommand> first() {
        return first;
    }

    /** What is to be kept for later: outcomes. A product that isn't there may be there next time. */
    public List<StoredAnswer> toKeep(BatchResult applied) {
        List<StoredAnswer> answers = new ArrayList<>();
        Iterator<LikeResult> own = applied.answers().iterator();
        for (LikeCommand command : first) {
            LikeOutcome outcome = own.next().outcome();
            if (command.key() != null && outcome != null) {
                answers.add(new StoredAnswer(command.withKey(), outcome.toJson().toBuffer()));
            }
        }
        return answers;
    }

    /** One answer for each command of the batch, in order. */
    public BatchResult answerAll(BatchResult applied) {
        List<LikeResult> all = new ArrayList<>(commands.size());
        Iterator<LikeCommand> next = first.iterator();
        Iterator<LikeResult> own = applied.answers().iterator();
        LikeCommand due = next.hasNext() ? next.next() : null;
        for (LikeCommand command : commands) {
            if (command != due) {
                all.add(repeat(command));
                continue;
            }
            LikeResult answer = own.next();
            if (command.key() != null) {
                owners.put(command.key().id(), new Owner(command.withKey(), answer));
            }
            all.add(answer);
            due = next.hasNext() ? next.next() : null;
        }
        return applied.answering(all);
    }

    private LikeResult repeat(LikeCommand command) {
        Owner owner = owners.get(command.key().id());
        if (!owner.first().key().equals(command.key())) {
            return LikeResult.OTHER_REQUEST;
        }
        boolean sameCommand = owner.first().commandId().equals(command.id());
        return sameCommand ? owner.answer() : owner.answer().replay();
    }
}
