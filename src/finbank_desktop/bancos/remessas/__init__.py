"""What each bank wants in a remessa's fields beyond the values that every bank calls alike."""
