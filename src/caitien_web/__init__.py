"""The product on top of the library: a site on which schools make, check, issue and carry out their plans."""
