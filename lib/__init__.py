"""Common Prosperity Explorer: the layers are described in README.md and checked by tests/test_layers.py."""
