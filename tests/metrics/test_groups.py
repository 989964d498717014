"""What is the median of the group a rep belongs to?"""

import numpy as np
import pandas as pd
import pytest

from dashboard.metrics.groups import group_codes, group_medians


@pytest.mark.parametrize("seed", range(5))
def test_medians_agree_with_pandas(seed):
    """The outside value: pandas' own median and count of the group, missing values left out."""
    random = np.random.default_rng(seed)
    groups = np.concatenate([random.integers(0, 6, 40), np.full(30, 7), [8]])
    random.shuffle(groups)
    values = random.normal(size=(len(groups), 3)).round(1)
    values[random.random(values.shape) < 0.4] = np.nan
    medians, counts = group_medians(values, groups)
    outside = pd.DataFrame(values).groupby(groups)
    np.testing.assert_allclose(medians, outside.transform("median").to_numpy())
    np.testing.assert_allclose(counts, outside.transform("count").to_numpy())


def test_no_rows_have_no_medians():
    """An empty desk is no error."""
    medians, counts = group_medians(np.empty((0, 2)), np.empty(0, dtype=int))
    assert medians.shape == counts.shape == (0, 2)


def test_a_group_number_says_who_belongs_together():
    """The same name is the same number, and no name is a group too."""
    codes = group_codes(pd.Series(["a", "b", None, "a", None], dtype="str"))
    assert codes[0] == codes[3] != codes[1]
    assert codes[2] == codes[4] not in codes[:2]
