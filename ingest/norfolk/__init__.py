"""The home form: the City of Norfolk's classification specification, section by section (contract, section 1)."""
