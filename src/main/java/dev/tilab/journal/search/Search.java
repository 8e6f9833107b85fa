package dev.tilab.journal.search;

import dev.tilab.support.StoreException;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.springframework.stereotype.Service;

/** Finds passages of days. Days in the trash are not found. */
@Service
public class Search {

    private final IndexKeeper keeper;

    Search(IndexKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * Whatever was typed can be asked for. What was saved a moment before is found.
     *
     * @throws SearchAwayException when the index cannot be asked at the moment
     */
    public Found find(Asked asked) {
        IndexKeeper.Ready ready = keeper.ready();
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
