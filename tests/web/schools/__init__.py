"""Units, people, accounts and roles, through their pages."""
