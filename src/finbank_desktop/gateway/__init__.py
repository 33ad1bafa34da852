"""Registration of boletos by the banks' APIs: one pure adapter per bank, and the runner that carries their requests."""
