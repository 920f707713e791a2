package io.obox.vm.internal.kit;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.user.User;
import io.obox.user.Users;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Knows the addresses of a few people. */
record FakeUsers(List<Caller> people) implements Users {
    @Override
    public Map<UUID, String> emails(Collection<UUID> ids) {
        return people.stream()
                .filter(person -> ids.contains(person.userId()))
                .collect(Collectors.toMap(Caller::userId, Caller::email));
    }

    @Override
    public User get(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<User> list(Caller caller, PageRequest page) {
        throw new UnsupportedOperationException();
    }
}
