"""What a person can do with a key: declared once, used by keys, palette, footer, help and README."""
