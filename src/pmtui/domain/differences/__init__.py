"""What changed between two moments, in the order in which a stakeholder asks: a plain function of two portraits."""
