"""A message as its reader gets it, beside the manuscript: devices, readers, channels, and pictures of it."""
