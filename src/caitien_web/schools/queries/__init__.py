"""What the pages ask of people, roles and bodies."""
