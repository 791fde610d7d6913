"""The Streamlit side: state, cache, controls and the blocks that pages are made of."""
