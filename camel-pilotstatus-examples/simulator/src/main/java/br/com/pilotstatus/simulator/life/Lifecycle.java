/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.life;

import br.com.pilotstatus.simulator.settings.LifecycleSettings;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.FailureCode;
import br.com.pilotstatus.simulator.state.MessageStatus;
import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.Progress;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Takes accepted messages from QUEUED to their end on the simulator's clock and tells the listener of every change. */
public final class Lifecycle {

    private static final Duration MAX_QUEUE_AGE = Duration.ofDays(7);

    private final World world;
    private final Consumer<SimulatedMessage> listener;

    public Lifecycle(World world, Consumer<SimulatedMessage> listener) {
        this.world = world;
        this.listener = listener;
    }

    /** Starts the course of a message just accepted. */
    public void begin(SimulatedMessage message, Fate fate) {
        Instant created = message.progress().createdAt();
        Instant deliverAt = message.order().deliverAt();
        Instant start = deliverAt == null || deliverAt.isBefore(created) ? created : deliverAt;
        Course course = new Course(message.id(), fate, start, Deadline.of(message.order(), start, lifecycleSettings()));
        course.next(MessageStatus.QUEUED);
    }

    private LifecycleSettings lifecycleSettings() {
        return world.settings().lifecycle();
    }

    /** Why the message cannot be sent right now, by what is known at that moment. */
    private Optional<FailureCode> obstacle(SimulatedMessage message) {
        Optional<SimulatedNumber> sender = world.account().number(message.numberId());
        if (sender.isEmpty()) {
            return Optional.of(FailureCode.NUMBER_NOT_FOUND_REMOVED);
        }
        SimulatedNumber number = sender.get();
        if (message.order().destination().kind() == Kind.INVALID) {
            return Optional.of(FailureCode.INVALID_DESTINATION);
        }
        if (message.order().destination().is(number.number())) {
            return Optional.of(FailureCode.PILOT_SELF_NUMBER);
        }
        if (number.state() != NumberState.OPEN) {
            return Optional.of(FailureCode.LINKED_WHATSAPP_INSTANCE_NOT_FOUND);
        }
        return number.isMeta() ? metaObstacle(message) : Optional.empty();
    }

    private Optional<FailureCode> metaObstacle(SimulatedMessage message) {
        if (!message.order().isFreeForm()) {
            return message.order().template().isApprovedByMeta()
                    ? Optional.empty()
                    : Optional.of(FailureCode.META_TEMPLATE_NOT_APPROVED);
        }
        boolean closed = lifecycleSettings().enforceWindow()
                && message.order().destination().kind() != Kind.GROUP
                && !world.conversations()
                        .isOpen(
                                message.numberId(),
                                message.order().destination(),
                                world.clock().now());
        return closed ? Optional.of(FailureCode.META_OUTSIDE_24H_WINDOW) : Optional.empty();
    }

    /** The course of one message: one step is scheduled at a time, so a canceled message leaves nothing behind. */
    private final class Course {
        private final String id;
        private final Fate fate;
        private final Instant start;
        private final Deadline deadline;

        Course(String id, Fate fate, Instant start, Deadline deadline) {
            this.id = id;
            this.fate = fate;
            this.start = start;
            this.deadline = deadline;
        }

        void next(MessageStatus reached) {
            LifecycleSettings delays = lifecycleSettings();
            switch (reached) {
                case QUEUED -> step(reached, delays.sentAfterMillis(), this::send);
                case SENT -> step(reached, delays.deliveredAfterMillis(), this::deliver);
                case DELIVERED -> {
                    if (fate.last() == MessageStatus.READ && delays.readReceipts()) {
                        at(start.plusMillis(delays.readAfterMillis()), this::read);
                    }
                }
                default -> throw new IllegalStateException("Nothing follows " + reached);
            }
        }

        private void step(MessageStatus reached, long afterMillis, Runnable onward) {
            Instant due = start.plusMillis(afterMillis);
            boolean stops = fate.last() == reached;
            if (stops && fate.failure() != null) {
                at(due, () -> fail(reached, fate.failure()));
            } else if (stops || deadline.isBefore(due)) {
                giveUp(reached);
            } else {
                at(due, onward);
            }
        }

        // A message that is stuck ends at its deadline; one still queued ends after seven days at the latest.
        private void giveUp(MessageStatus reached) {
            Instant oldest = start.plus(MAX_QUEUE_AGE);
            if (reached == MessageStatus.QUEUED && !deadline.isBefore(oldest)) {
                at(oldest, () -> fail(reached, FailureCode.NEVER_ATTEMPTED_MAX_AGE_EXCEEDED));
            } else if (deadline.isSet()) {
                FailureCode why = reached == MessageStatus.QUEUED
                        ? FailureCode.EXPIRED_AFTER_ATTEMPTS
                        : FailureCode.DELIVERED_NOT_CONFIRMED;
                at(deadline.time(), () -> fail(reached, why));
            }
        }

        private void send() {
            Optional<SimulatedMessage> queued =
                    world.messages().find(id).filter(m -> m.status() == MessageStatus.QUEUED);
            if (queued.isEmpty()) {
                return;
            }
            Optional<FailureCode> obstacle = obstacle(queued.get());
            if (obstacle.isPresent()) {
                fail(MessageStatus.QUEUED, obstacle.get());
                return;
            }
            SimulatedNumber number =
                    world.account().number(queued.get().numberId()).orElseThrow();
            String whatsappId = world.ids().whatsappId(id, number.provider());
            change(MessageStatus.QUEUED, p -> p.sent(whatsappId, now()));
        }

        private void deliver() {
            change(MessageStatus.SENT, p -> p.delivered(now()));
        }

        private void read() {
            world.messages()
                    .change(id, m -> m.status() == MessageStatus.DELIVERED, p -> p.read(now()))
                    .ifPresent(listener);
        }

        private void fail(MessageStatus from, FailureCode why) {
            world.messages()
                    .change(id, m -> m.status() == from, p -> p.failed(why))
                    .ifPresent(listener);
        }

        private void change(MessageStatus from, UnaryOperator<Progress> change) {
            world.messages().change(id, m -> m.status() == from, change).ifPresent(changed -> {
                listener.accept(changed);
                next(changed.status());
            });
        }

        private void at(Instant due, Runnable task) {
            world.clock().schedule(due, task);
        }

        private Instant now() {
            return world.clock().now();
        }
    }
}
