"""New from a preset: a gallery that shows each story's arc and lets it be read before anything is made."""
