import logging

from accounts.store import NotThere, store

logger = logging.getLogger(__name__)
_cache = {}


class UnknownUser(Exception):
    """Nobody has this id."""


class Profiles:
    def __init__(self, tenant):
        self.tenant = tenant

    def get(self, user_id):
        if user_id in _cache:
            return _cache[user_id]
        try:
            profile = store.load(self.tenant, user_id)
        except NotThere:
            raise UnknownUser(user_id) from None
        logger.info("loaded %s", profile)
        _cache[user_id] = profile
        return profile

    def public(self, user_id):
        profile = self.get(user_id)
        profile.pop("email", None)
        profile.pop("api_token", None)
        return profile

    def update(self, user_id, **changes):
        store.save(self.tenant, user_id, {**self.get(user_id), **changes})
