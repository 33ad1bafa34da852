"""One repository per aggregate; each takes and gives domain objects only."""
