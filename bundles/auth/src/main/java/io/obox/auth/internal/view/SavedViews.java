package io.obox.auth.internal.view;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.UserDirectory;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.message.ProfileMessage;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps views. Everybody sees their own and those that are shared, and changes their own; administrators change shared ones
 * too. What others keep for themselves nobody sees.
 */
@Component(service = SavedViews.class)
public final class SavedViews {
    static final int MOST = 100;

    private static final String VISIBLE = "select v from SavedViewEntity v where v.id > :after"
            + " and (v.ownerId = :owner or v.shared = true) and (:page = '' or v.page = :page) order by v.id";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Transactions transactions;
    private final Accounts accounts;
    private final UserDirectory users;
    private final InstantSource clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /** Within the bundle. */
    @Activate
    public SavedViews(
            @Reference Transactions transactions, @Reference Accounts accounts, @Reference UserDirectory users) {
        this(transactions, accounts, users, InstantSource.system());
    }

    /** With a clock of one's own. */
    public SavedViews(Transactions transactions, Accounts accounts, UserDirectory users, InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.users = users;
        this.clock = clock;
    }

    /**
     * The caller's views and the shared ones, oldest first.
     *
     * @param of the list that they are views of, or null for any
     */
    public Page<SavedViewDocument> list(Caller caller, @Nullable String of, PageRequest request) {
        UUID after = request.after(UUID::fromString);
        List<SavedViewEntity> found = transactions.call(em -> em.createQuery(VISIBLE, SavedViewEntity.class)
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("owner", caller.userId())
                .setParameter("page", of == null ? "" : of)
                .setMaxResults(request.limit() + 1)
                .getResultList());
        List<SavedViewEntity> items = found.subList(0, Math.min(found.size(), request.limit()));
        Map<UUID, String> emails =
                users.emails(items.stream().map(SavedViewEntity::ownerId).collect(Collectors.toSet()));
        return new Page<>(
                items.stream()
                        .map(view -> view.toDocument(emails.getOrDefault(view.ownerId(), "")))
                        .toList(),
                items.size() < found.size() ? items.getLast().id().toString() : null);
    }

    /** One view. */
    public SavedViewDocument get(Caller caller, UUID id) {
        return transactions.call(em -> document(visible(em.find(SavedViewEntity.class, id), caller)));
    }

    /**
     * Keeps a view.
     *
     * @throws ProblemException {@code validation}, {@code name-taken}, {@code limit-reached}
     */
    public SavedViewDocument add(Caller caller, ViewContent given) {
        ViewContent accepted = ViewRules.accept(given);
        return transactions.call(em -> {
            accounts.lock(caller.userId());
            List<SavedViewEntity> own = ownedBy(em, caller.userId());
            if (own.size() >= MOST) {
                throw limitReached();
            }
            refuseTaken(own, accepted);
            // as the database keeps it
            SavedViewEntity view = SavedViewEntity.of(
                    ids.generate(), caller.userId(), accepted, clock.instant().truncatedTo(ChronoUnit.MICROS));
            em.persist(view);
            em.flush();
            return document(view);
        });
    }

    /**
     * Changes a view.
     *
     * @param change of what it says now
     * @throws ProblemException {@code not-found}, {@code forbidden}, {@code precondition-failed}, {@code validation},
     *     {@code name-taken}
     */
    public SavedViewDocument change(
            Caller caller, UUID id, UnaryOperator<ViewContent> change, ExpectedVersion expected) {
        return transactions.call(em -> {
            // before the view, as the deletion of an account locks them
            accounts.lock(get(caller, id).owner().id());
            SavedViewEntity view = changeable(em, caller, id, expected);
            ViewContent accepted = ViewRules.accept(change.apply(view.content()));
            refuseTaken(
                    ownedBy(em, view.ownerId()).stream()
                            .filter(other -> !other.id().equals(id))
                            .toList(),
                    accepted);
            view.become(accepted);
            em.flush();
            return document(view);
        });
    }

    /** Forgets a view. */
    public void delete(Caller caller, UUID id, ExpectedVersion expected) {
        transactions.call(em -> {
            em.remove(changeable(em, caller, id, expected));
            return true;
        });
    }

    private SavedViewDocument document(SavedViewEntity view) {
        return view.toDocument(users.emails(List.of(view.ownerId())).getOrDefault(view.ownerId(), ""));
    }

    private static SavedViewEntity changeable(EntityManager em, Caller caller, UUID id, ExpectedVersion expected) {
        SavedViewEntity view = visible(em.find(SavedViewEntity.class, id, LockModeType.PESSIMISTIC_WRITE), caller);
        if (!view.ownerId().equals(caller.userId()) && !caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(ProfileMessage.VIEW_OF_ANOTHER.with())
                    .withRemedy(ProfileMessage.SAVE_YOUR_OWN.with()));
        }
        expected.check(view.version());
        return view;
    }

    private static SavedViewEntity visible(@Nullable SavedViewEntity view, Caller caller) {
        if (view == null || !view.shared() && !view.ownerId().equals(caller.userId())) {
            throw new ProblemException(Problem.notFound(ProfileMessage.NO_SUCH_VIEW.with()));
        }
        return view;
    }

    private static List<SavedViewEntity> ownedBy(EntityManager em, UUID ownerId) {
        return em.createQuery("select v from SavedViewEntity v where v.ownerId = :owner", SavedViewEntity.class)
                .setParameter("owner", ownerId)
                .getResultList();
    }

    private static void refuseTaken(List<SavedViewEntity> others, ViewContent accepted) {
        if (others.stream().map(SavedViewEntity::content).anyMatch(other -> sameName(other, accepted))) {
            throw new ProblemException(AuthProblem.NAME_TAKEN
                    .of(ProfileMessage.VIEW_NAME_TAKEN.with(String.valueOf(accepted.name())))
                    .withRemedy(ProfileMessage.CHOOSE_ANOTHER_NAME.with()));
        }
    }

    private static boolean sameName(ViewContent one, ViewContent other) {
        return Objects.equals(one.page(), other.page()) && Objects.equals(one.name(), other.name());
    }

    private static ProblemException limitReached() {
        return new ProblemException(AuthProblem.LIMIT_REACHED
                .of(ProfileMessage.TOO_MANY_VIEWS.with(MOST))
                .withRemedy(ProfileMessage.DELETE_UNUSED.with()));
    }
}
