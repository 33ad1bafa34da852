"""What the main window shows, one page per section."""
