"""The page: an outer ASGI application around Django, bound to this machine alone.

Theory of operation. `server.py` binds a loopback port, takes the data folder's lock and runs uvicorn. Every request passes `gate.py` first (Host, start
ticket, session cookie below the secret place, origin, size); what passes goes to the static files (`assets.py`), to streams and sockets (`live.py`) or to Django. Views read the
form, call `usecases` and render a template; they decide nothing about answers. Whoever needs the program asks `program.py`, which holds the one `App`
of the process.
"""
