"""What a user can do (commands) and see (queries), without an interface."""
