"""Shares of draws, as people read them."""


def show_share(share: float) -> str:
    """A share from 0 to 1 in whole per cent: 42%. What came up at all is never 0%, what failed once never 100%."""
    words = f"{share:.0%}"
    if words == "0%" and share > 0:
        return "<1%"
    if words == "100%" and share < 1:
        return ">99%"
    return words
