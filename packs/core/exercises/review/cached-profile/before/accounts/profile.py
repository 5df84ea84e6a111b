from accounts.store import NotThere, store


class Profiles:
    def __init__(self, tenant):
        self.tenant = tenant

    def get(self, user_id):
        return store.load(self.tenant, user_id)

    def update(self, user_id, **changes):
        store.save(self.tenant, user_id, {**self.get(user_id), **changes})
