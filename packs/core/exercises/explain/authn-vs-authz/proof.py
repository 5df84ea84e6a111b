"""A service in memory with real signed tokens: each claim of the answer is a request and the status that comes back.

What OAuth 2.0 and OpenID Connect are is said by their specifications, not shown here.
"""

import base64
import hashlib
import hmac
import json
import secrets

KEY = b"known to the server alone"
NOW = 1_000_000


def encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sign(payload: str) -> str:
    return encode(hmac.new(KEY, payload.encode(), hashlib.sha256).digest())


def token(user: str, role: str, expires: int = NOW + 900) -> str:
    payload = encode(json.dumps({"sub": user, "role": role, "exp": expires}).encode())
    return f"{payload}.{sign(payload)}"


# Passwords: a salt and a slow hash. The same password stored twice looks different, and still verifies.
def stored(password: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 20_000)


salts = secrets.token_bytes(16), secrets.token_bytes(16)
hashes = [stored("tiramisu", salt) for salt in salts]
assert hashes[0] != hashes[1]
assert hmac.compare_digest(hashes[0], stored("tiramisu", salts[0]))
assert not hmac.compare_digest(hashes[0], stored("cannolo", salts[0]))

ORDERS = {17: {"owner": "mario", "total": 30}, 18: {"owner": "anna", "total": 99}}
ROLES = {"mario": "customer", "anna": "customer", "rita": "clerk", "luca": "courier"}


class Status(Exception):
    pass


def authenticate(header: str | None, now: int) -> dict:
    """Who is calling: signature and expiry; 401 otherwise."""
    payload, _, signature = (header or "").partition(".")
    if not payload or not hmac.compare_digest(signature, sign(payload)):
        raise Status(401)
    claims = json.loads(decode(payload))
    if claims["exp"] <= now:
        raise Status(401)
    return claims


def get_order(claims: dict, number: int) -> dict:
    """May this identity do it: first the role, then the single object."""
    if claims["role"] not in {"customer", "clerk"}:
        raise Status(403)
    order = ORDERS.get(number)
    if order is None or (claims["role"] == "customer" and order["owner"] != claims["sub"]):
        raise Status(404)
    return order


def get_order_unchecked(claims: dict, number: int) -> dict:
    """What goes wrong: the token is good, so the order is handed out."""
    return ORDERS[number]


RULES = {"get_order": get_order, "unchecked": get_order_unchecked}


def request(route: str, number: int, header: str | None = None, now: int = NOW) -> int | dict:
    try:
        claims = authenticate(header, now)
        if route not in RULES:  # deny by default: no rule, no access
            raise Status(403)
        return RULES[route](claims, number)
    except Status as status:
        return status.args[0]


mario, anna, rita, luca = (token(user, role) for user, role in ROLES.items())

# 401: missing, expired or forged credentials.
assert request("get_order", 17) == 401
assert request("get_order", 17, mario, now=NOW + 900) == 401
payload, signature = mario.split(".")
forged = json.loads(decode(payload)) | {"role": "clerk"}
assert request("get_order", 17, f"{encode(json.dumps(forged).encode())}.{signature}") == 401

# 403: known, but without the permission. 200: the owner, and the clerk.
assert request("get_order", 17, luca) == 403
assert request("get_order", 17, mario) == {"owner": "mario", "total": 30}
assert request("get_order", 18, rita) == {"owner": "anna", "total": 99}

# A good token is not the right to the object: without the check, changing 17 into 18 shows Anna's order.
assert request("unchecked", 18, mario) == {"owner": "anna", "total": 99}
assert request("get_order", 18, mario) == 404
# 404 for somebody else's order says as little as 404 for one that isn't there.
assert request("get_order", 18, mario) == request("get_order", 999, mario)

# A random id hides nothing from whoever has seen it, in a link or in a log.
secret_id = secrets.token_hex(16)
ORDERS[secret_id] = {"owner": "anna", "total": 5}
assert request("unchecked", secret_id, mario) == {"owner": "anna", "total": 5}
assert request("get_order", secret_id, mario) == 404

# An endpoint with no rule stays shut, whatever the frontend shows; "calling it with curl" is just another request.
assert request("refund", 17, mario) == request("refund", 17, rita) == 403

# The payload is signed, not hidden: it reads without the key.
assert json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["sub"] == "mario"

# A role in the token goes stale: Rita was dismissed, and her token opens the orders until it expires.
ROLES["rita"] = "former clerk"
assert request("get_order", 18, rita) == {"owner": "anna", "total": 99}
assert request("get_order", 18, rita, now=NOW + 901) == 401


def get_order_fresh(claims: dict, number: int) -> dict:
    """The role read from the server's own data at each request."""
    return get_order(claims | {"role": ROLES[claims["sub"]]}, number)


RULES["fresh"] = get_order_fresh
assert request("fresh", 18, rita) == 403
assert request("fresh", 17, mario) == {"owner": "mario", "total": 30}
