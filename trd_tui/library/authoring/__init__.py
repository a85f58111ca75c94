"""Content as its editors write it: the files of a content folder, read with the place of every word."""
