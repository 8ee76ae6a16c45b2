"""Bytes in, drafts and complaints out."""
