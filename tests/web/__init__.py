"""Tests of the site, through its pages."""
