package io.dendrite.scheduling.bulk.application;

import io.dendrite.scheduling.bulk.model.ImportKind;
import io.dendrite.scheduling.bulk.model.ImportOrder;
import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.RowResult;
import java.util.List;

/** Takes rows of one kind over. */
interface RowTaker {

    /** Which. */
    ImportKind kind();

    /** Takes rows, or only checks them; answers what became of each, in their order. */
    List<RowResult> take(List<ImportRow> rows, ImportOrder order);
}
