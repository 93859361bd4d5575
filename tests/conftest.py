"""Every run of the suite is the same run: hypothesis derives its examples from the test alone, without a clock."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
