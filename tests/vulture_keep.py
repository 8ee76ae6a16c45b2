"""Names that something other than our own code uses, so that they are not unused code."""
