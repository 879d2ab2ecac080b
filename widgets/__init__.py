"""What the writer sees: the window and its screens (they come with the next release)."""
