"""Schools and authorities as people see them: people, accounts, roles and rights, sign-in, bodies and decisions."""
