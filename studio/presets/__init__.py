"""The reader of preset data: structure as TOML, copy as Markdown, the shipped library and one's own."""
