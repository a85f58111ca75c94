"""The library: content as editors write it, checked and compiled to one file that the program reads."""
