"""Pages of no app: light or dark, the site's health, and what is shown where a page cannot be."""
