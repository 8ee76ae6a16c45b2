"""What stays true on paper: entities, formulas and rules, without input, output or a clock."""
