"""One module per bank: its routes, what it accepts and how it answers."""
