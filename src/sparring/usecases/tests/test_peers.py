import os
import select
import sys
from pathlib import Path

import pytest

from sparring.usecases.bench import peers

STAYS = "import signal; pipe = open('alive', 'w'); print('there', flush=True); signal.pause()"
LEAVES_IT_BEHIND = f"""
import json, subprocess, sys
left = subprocess.Popen([sys.executable, "-c", {STAYS!r}], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
left.stdout.readline()
print(json.dumps(json.load(sys.stdin)), flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="process groups are POSIX's")
@pytest.mark.parametrize(("ends", "answer"), [("", "x"), ("raise SystemExit(1)", None), ("left.wait()", None)])
def test_nothing_that_a_peer_started_outlives_its_answer(tmp_path, monkeypatch, ends, answer):
    """Whoever was left behind holds a pipe open, whose end is heard when it is gone."""
    (tmp_path / "ask.py").write_text(LEAVES_IT_BEHIND + ends)
    monkeypatch.setattr(peers, "SCRIPTS", tmp_path)
    monkeypatch.chdir(tmp_path)
    os.mkfifo("alive")
    alive = os.open("alive", os.O_RDONLY | os.O_NONBLOCK)
    peer = peers.Peers(tmp_path)
    peer.python = Path(sys.executable)
    assert peer.ask("ask.py", "x", 2.0) == answer
    poll = select.poll()
    poll.register(alive)
    assert poll.poll(5_000) == [(alive, select.POLLHUP)]
    os.close(alive)
