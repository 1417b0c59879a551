"""The pages of the API: its documentation, and one's keys."""
