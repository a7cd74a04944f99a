package io.dendrite.localstack.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Where each part listens; 0 means any free port. All of them are loopback ports.
 *
 * @param scheduling one per instance
 * @param notification likewise
 */
public record StackPorts(
        int gateway,
        List<Integer> scheduling,
        List<Integer> notification,
        int issuer,
        int kafka,
        int mongodb,
        int smtp) {

    /**
     * Free ports are taken from below the range that operating systems give to outgoing connections: a service that
     * is being restarted finds its port still free.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 30_000;

    /** The ports that the documentation names. */
    public static StackPorts usual() {
        return new StackPorts(8080, List.of(8081), List.of(8082), 8083, 9092, 27017, 2525);
    }

    /** Any free ones, for this many scheduling-services and one notification-service. */
    public static StackPorts free(int schedulingInstances) {
        return free(schedulingInstances, 1);
    }

    /** Any free ones, for this many of both. */
    public static StackPorts free(int schedulingInstances, int notificationInstances) {
        return new StackPorts(0, any(schedulingInstances), any(notificationInstances), 0, 0, 0, 0);
    }

    private static List<Integer> any(int instances) {
        return Stream.generate(() -> 0).limit(instances).toList();
    }

    /** Whether nobody listens on the loopback port. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The same, but any free port where somebody listens already. */
    public StackPorts orFree() {
        return new StackPorts(
                orFree(gateway),
                scheduling.stream().map(StackPorts::orFree).toList(),
                notification.stream().map(StackPorts::orFree).toList(),
                orFree(issuer),
                orFree(kafka),
                orFree(mongodb),
                orFree(smtp));
    }

    private static int orFree(int port) {
        return isFree(port) ? port : 0;
    }

    /** The same with a free port for every 0. */
    StackPorts chosen() {
        Set<Integer> taken = new HashSet<>(scheduling);
        taken.addAll(notification);
        taken.addAll(List.of(gateway, issuer, kafka, mongodb, smtp));
        return new StackPorts(
                chosen(gateway, taken),
                scheduling.stream().map(port -> chosen(port, taken)).toList(),
                notification.stream().map(port -> chosen(port, taken)).toList(),
                chosen(issuer, taken),
                chosen(kafka, taken),
                chosen(mongodb, taken),
                chosen(smtp, taken));
    }

    private static int chosen(int port, Set<Integer> taken) {
        if (port != 0) {
            return port;
        }
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!taken.contains(candidate) && isFree(candidate)) {
                taken.add(candidate);
                return candidate;
            }
        }
        throw new StackFailure("No port between " + LOWEST + " and " + HIGHEST + " is free.");
    }
}
