"""What the user sees. Qt only; everything it knows it asks of `finbank_desktop.services`."""
