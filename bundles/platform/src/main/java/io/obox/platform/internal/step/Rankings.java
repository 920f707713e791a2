package io.obox.platform.internal.step;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Service rankings of the components of one version, by their names. Where a version is lifted above another, all of its
 * rankings are shifted by the same amount, so that the differences which it declares between them stay.
 */
record Rankings(Map<String, Integer> components) {
    /** Each above its predecessor, and none lower than declared. */
    Rankings above(Rankings predecessor) {
        int shift = inCommon(predecessor)
                ? distances(predecessor).max().orElse(0) + 1
                : predecessor.values().max().orElse(0) - values().min().orElse(0) + 1;
        return shifted(Math.max(0, shift));
    }

    private boolean inCommon(Rankings other) {
        return components.keySet().stream().anyMatch(other.components::containsKey);
    }

    /** By how much each component's ranking is lower than that of the other's component of the same name. */
    private IntStream distances(Rankings other) {
        return components.entrySet().stream().flatMapToInt(component -> {
            Integer ranking = other.components.get(component.getKey());
            return ranking == null ? IntStream.empty() : IntStream.of(ranking - component.getValue());
        });
    }

    private IntStream values() {
        return components.values().stream().mapToInt(Integer::intValue);
    }

    private Rankings shifted(int shift) {
        return new Rankings(components.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, c -> c.getValue() + shift)));
    }
}
