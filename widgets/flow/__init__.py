"""The flow as an outline: steps as sentences, edited in place, with a side panel for what is selected."""
