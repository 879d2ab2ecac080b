"""Where work is kept: SQLite beside the person or PostgreSQL for a team; its rows never leave this room."""
