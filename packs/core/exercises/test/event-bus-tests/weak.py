from unittest import mock

from events import Bus


def test_a_listener_hears():
    bus, listener = Bus(), mock.Mock()
    bus.on("saved", listener)
    bus.emit("saved")
    listener.assert_called()
