package dev.tilab.journal.search;

import dev.tilab.support.Places;
import dev.tilab.support.StoreException;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Finds passages of days. Days in the trash are not found. */
@Service
public class Search {

    /** Nobody looks at a page that long. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final IndexKeeper keeper;
    private final Places places;
    private final long patienceMillis;

    @Autowired
    Search(IndexKeeper keeper) {
        this(keeper, new Places(Runtime.getRuntime().availableProcessors()), PATIENCE_MILLIS);
    }

    /** @param places for those who search at once: more than there are processors only make each other slower */
    Search(IndexKeeper keeper, Places places, long patienceMillis) {
        this.keeper = keeper;
        this.places = places;
        this.patienceMillis = patienceMillis;
    }

    /**
     * Whatever was typed can be asked for. What was saved a moment before is found.
     *
     * @throws SearchAwayException when the index cannot be asked at the moment
     * @throws SearchBusyException when too many search
     */
    public Found find(Asked asked) {
        IndexKeeper.Ready ready = keeper.ready();
        return places.during(patienceMillis, () -> find(asked, ready), SearchBusyException::new);
    }

    private Found find(Asked asked, IndexKeeper.Ready ready) {
        try (SearchSession session = ready.index().session()) {
            return new PassageQuery(asked).fetch(session, ready.complete());
        } catch (StoreException away) {
            throw away;
        } catch (RuntimeException failed) {
            keeper.doubt(ready.index(), failed);
            throw new SearchAwayException(failed);
        }
    }
}
