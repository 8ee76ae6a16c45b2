"""How it looks: two themes and one style sheet a screen."""
