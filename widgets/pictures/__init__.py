"""Pictures of every screen, drawn by the window itself from the sample workspace."""
