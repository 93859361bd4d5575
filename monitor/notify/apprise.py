"""A flag through any service that Apprise knows (the extra ``apprise``): chats, phones, desktops."""

from __future__ import annotations

from functools import partial
from typing import Any

from monitor.notify._message import DeliveryError, Message
from monitor.notify._threads import in_thread

__all__ = ["send"]


async def send(message: Message, settings: Any) -> None:
    """Send through ``settings.url``, an Apprise address. Apprise tells no reason when a service does not take it."""
    try:
        from apprise import Apprise
    except ImportError:
        raise DeliveryError("apprise is not installed; install it: pip install 'monitor[apprise]'") from None
    service = Apprise()
    if not service.add(settings.url.get_secret_value()):
        raise DeliveryError("apprise does not know this kind of address; see alerts.channels.url")
    if not await in_thread(partial(service.notify, body=message.text, title=message.subject)):
        raise DeliveryError("the service did not take the message")
