"""The places of the dataset with how much is said of each."""

import pandas as pd

from lib.queries.codes import regions
from lib.queries.facets import facet_counts
from lib.queries.selection import Selection
from lib.queries.store import Store


def places(store: Store, selection: Selection) -> pd.DataFrame:
    """Return every region with its figures in the selection, whatever regions that selects, in the order of the tree.

    *Returns* the columns of `lib.queries.codes.regions`, `own` (figures about the region itself), `within` (also inside it).
    """
    counts = facet_counts(store, selection).regions
    listed = regions(store)
    reached = [counts[region] for region in listed["region_id"]]
    return listed.assign(own=[count.own for count in reached], within=[count.within for count in reached])
