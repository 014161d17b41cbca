package io.likewire.likes.domain;

import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.platform.idempotency.KeptAnswer;
import io.likewire.platform.idempotency.KeyedCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Sorts a batch by idempotency keys: a command whose key is known, or that comes after another one with its key, is not
 * played. It gets the answer of the first, or learns that the key belongs to another request.
 */
public final class Repeats {
    private record Owner(KeyedCommand first, Answer answer) {}

    private final List<Command> commands;
    private final Map<String, Owner> owners = new HashMap<>();
    private final List<Command> first = new ArrayList<>();

    /** @param kept the answers that there are for the commands' keys, by the keys' ids */
    public Repeats(List<Command> commands, Map<String, KeptAnswer> kept) {
        this.commands = commands;
        kept.forEach((id, known) -> owners.put(id, new Owner(known.first(), Answer.read(known.answer()))));
        commands.stream().filter(this::isFirst).forEach(first::add);
    }

    private boolean isFirst(Command command) {
        return command.key() == null
                || owners.putIfAbsent(command.key().id(), new Owner(command.withKey(), null)) == null;
    }

    /** Those that are to be played, in order of arrival. */
    public List<Command> first() {
        return first;
    }

    /** What is to be kept for later: outcomes. A product that isn't there may be there next time. */
    public List<KeptAnswer> toKeep(Changes played) {
        List<KeptAnswer> answers = new ArrayList<>();
        Iterator<Answer> own = played.answers().iterator();
        for (Command command : first) {
            LikeOutcome outcome = own.next().outcome();
            if (command.key() != null && outcome != null) {
                answers.add(new KeptAnswer(command.withKey(), outcome.toJson().toBuffer()));
            }
        }
        return answers;
    }

    /** One answer for each command of the batch, in order. */
    public Changes answerAll(Changes played) {
        List<Answer> all = new ArrayList<>(commands.size());
        Iterator<Command> next = first.iterator();
        Iterator<Answer> own = played.answers().iterator();
        Command due = next.hasNext() ? next.next() : null;
        for (Command command : commands) {
            if (command != due) {
                all.add(repeat(command));
                continue;
            }
            Answer answer = own.next();
            if (command.key() != null) {
                owners.put(command.key().id(), new Owner(command.withKey(), answer));
            }
            all.add(answer);
            due = next.hasNext() ? next.next() : null;
        }
        return played.answering(all);
    }

    private Answer repeat(Command command) {
        Owner owner = owners.get(command.key().id());
        if (!owner.first().key().equals(command.key())) {
            return Answer.OTHER_REQUEST;
        }
        boolean sameCommand = owner.first().commandId().equals(command.id());
        return sameCommand ? owner.answer() : owner.answer().replay();
    }
}
