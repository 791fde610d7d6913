"""Every word, number, unit and date a reader sees, in English and Chinese. Never imports streamlit or altair."""
