"""The trade of writing sequences, without any window: everything here runs and is tested without Qt."""
