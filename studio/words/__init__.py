"""The science of text: what words cost, how they read, and how they are counted."""
