"""No picture takes a process further than the limits promise."""

import pytest

from tests.measuring.memory import MOST, measure

pytestmark = pytest.mark.slow


# The costliest of those whose pixels the decoder can leave out, and of the others. Each takes a few
# seconds, as a process of its own has to load the site.
@pytest.mark.parametrize("kind", ["JPEG", "WebP as stored"])
def test_the_largest_pictures_take_no_more_memory_than_they_may(kind):
    upload, renditions = measure(kind)
    assert max(upload, renditions) <= MOST
