"""How the window looks: colour tokens, fonts, icons and the style sheet made from them."""
