"""The invented readers of a project: who they are, what is in their cart, and what makes them hard to write for."""
