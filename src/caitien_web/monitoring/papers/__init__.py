"""Papers composed from the data: each kind gives the library's `OfficialPaper`, pure and without writing."""
