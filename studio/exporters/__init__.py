"""What a sequence becomes for each e-mail service and file format: pure functions from values to bundles."""
