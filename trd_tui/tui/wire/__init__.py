"""Bytes from and to the terminal, for the driver: keys in, cells out, modes, and the end of it all."""
