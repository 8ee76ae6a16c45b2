"""Ranks under uncertainty: every range is drawn many times, and the items are ranked each time.

The only part of pmtui that loads numpy; what needs it imports it when it simulates.
"""
