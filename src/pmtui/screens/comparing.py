"""What changed since a point of the past, worked out beside the keys."""

import asyncio
from contextlib import closing

from pmtui.domain.errors import Refusal
from pmtui.domain.past import Past
from pmtui.screens.host import Host
from pmtui.services.changes import Changes, compare, moment, present_moment


async def changes_since(host: Host, since: Past) -> Changes:
    """What changed from then until what is looked at: now, or a later point of the past. Raises Refusal."""
    shown = host.past
    if shown is not None and since.step > shown.step:
        raise Refusal(f"{since.words} comes after {shown.words}, which is looked at.", "esc goes back to today.")
    # Copies, so that the file stays free for other questions.
    then = await host.present.as_of(since)
    until = await (host.present.snapshot() if shown is None else host.present.as_of(shown))
    with closing(then), closing(until):
        before = await asyncio.to_thread(then.ask, moment, since.words)
        if shown is None:
            after = await asyncio.to_thread(until.ask, present_moment)
        else:
            after = await asyncio.to_thread(until.ask, moment, shown.words)
    return await asyncio.to_thread(compare, before, after)
