"""The hosted app: what is done to requests and answers around Streamlit."""
