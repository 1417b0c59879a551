"""Everything that changes units, people, accounts and roles: one function for each thing a person does."""

from caitien_web.schools.actions.people import add_person, give_role

__all__ = ["add_person", "give_role"]
