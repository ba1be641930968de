"""The English toolkit: sentences, words, names, calendar and speech, all as places in the text.

``understanding.understand`` gathers it all for one document.
"""
