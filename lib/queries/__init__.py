"""The verified store, the reader's selection, and one function for each question; answers are pandas frames."""
