"""The text engine of the manuscript: the project shown as one document, and keys turned into edits."""
