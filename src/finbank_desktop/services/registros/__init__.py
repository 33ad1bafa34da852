"""Registration of boletos by the banks' APIs: what goes, the run, its journal, what the banks tell later."""
