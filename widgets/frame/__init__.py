"""The frame around every screen: rail, top bar, command palette, shortcut sheet, notices and questions."""
