"""What differs between banks and is not a position: campo livre, nosso número, carteiras. One pure module per bank."""
