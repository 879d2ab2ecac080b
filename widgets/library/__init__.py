"""The library: all projects and sequences of the workspace, found, filed and opened here."""
