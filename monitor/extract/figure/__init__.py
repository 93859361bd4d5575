"""A counted number becomes a figure: measure, kind, way, period and all else that is told of it, or it is dropped."""
