"""The `.fabel` file: one project as a zip, or a folder of the same layout, of readable JSON and Markdown."""
