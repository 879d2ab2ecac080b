"""The recurring parts of the window: buttons, chips, cards, rows, fields and states, each in the look of the tokens."""
