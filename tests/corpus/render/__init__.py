"""Invented documents as files, one module a format."""
