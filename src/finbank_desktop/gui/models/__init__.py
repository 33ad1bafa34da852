"""What Qt's views read from."""
