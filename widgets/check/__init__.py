"""The check screen: what the checks noticed, the arc of the story, and the objections it answers."""
