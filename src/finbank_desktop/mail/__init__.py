"""E-mail: a message as bytes, and one conversation with an SMTP server."""
