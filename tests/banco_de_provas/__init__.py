"""A bank for the tests: TLS on loopback, client certificates, OAuth2, the banks' payloads as recorded, and faults.

It shares no arithmetic and no code with the program, whose judge it is. It runs in a process of its own
(`processo.BancoDeProvas`), so that what it saved survives a program that is killed, or inside a test
(`servidor.Servidor`).
"""
