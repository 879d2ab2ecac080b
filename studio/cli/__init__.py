"""The command line: the same engine as the window, for agencies, scripts and tests."""
