"""The evidence register: codes, files by hash, versions, links to criteria and items."""
