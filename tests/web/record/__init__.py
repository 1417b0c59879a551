"""Tests of a school's record."""
