"""FSRS parameters fitted to the learner's own log.

In plain Python: the library's own optimiser needs PyTorch, a download a thousand times the size of quizgen, and
derivatives by SciPy would be differences of 22 runs through the log where these are one run there and one back.
"""
