"""Facts into cards, for every kind alike: choices, the rules of good items, ranking."""
