"""Tests of a plan being carried out."""
