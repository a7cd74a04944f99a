package io.dendrite.gateway.backend.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A service behind the gateway and the instances that serve it, all equal. */
public final class Backend {

    private final String name;
    private final List<Instance> instances;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * A service with its instances.
     *
     * @throws IllegalArgumentException when there is no instance
     */
    public Backend(String name, List<Instance> instances) {
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("the back end " + name + " has no instance");
        }
        this.name = name;
        this.instances = List.copyOf(instances);
    }

    /** The name that routes use. */
    public String name() {
        return name;
    }

    /** All instances, in the order of the configuration. */
    public List<Instance> instances() {
        return instances;
    }

    /**
     * The instances in the order in which one request should try them: the next in turn first, those that refused a
     * connection a moment ago last.
     */
    public List<Instance> inTurn() {
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        List<Instance> ready = new ArrayList<>(instances.size());
        List<Instance> resting = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
            Instance instance = instances.get((first + i) % instances.size());
            (instance.isResting() ? resting : ready).add(instance);
        }
        ready.addAll(resting);
        return ready;
    }
}
