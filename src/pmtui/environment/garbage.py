"""When garbage is looked for: among all there is only while nobody waits, since that holds keys up for a moment."""

import gc

YOUNG, OLDER, ALL = 700, 10, 200  # the last is for whoever never pauses: ten is Python's own


class GarbageWhenQuiet:
    """Looks through everything once the keys have been quiet from one tick to the next."""

    def __init__(self) -> None:
        self._has_been_busy = False
        self._is_busy = False

    def begin(self) -> None:
        """Look for garbage from now on. What is loaded stays, and is never looked through."""
        gc.freeze()
        gc.set_threshold(YOUNG, OLDER, ALL)
        gc.enable()

    def busy(self) -> None:
        """Someone is at the keys."""
        self._has_been_busy = self._is_busy = True

    def tick(self) -> None:
        """To be called at regular times, about a second apart."""
        if self._has_been_busy and not self._is_busy:
            gc.collect()
            self._has_been_busy = False
        self._is_busy = False
