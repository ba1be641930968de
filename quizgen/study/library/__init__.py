"""The library: decks as they were read last, in a SQLite file that can be deleted at any time.

Reading 100,000 cards takes seconds and a lot of memory; looking one up here takes neither. A deck is known by its
path, and read anew when its file's size or time has changed: of an edited file, only the pieces that changed. The
deck file stays the truth. Whatever is wrong with the library itself is mended by making it again.
"""
