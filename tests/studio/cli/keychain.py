"""A keychain in memory, for tests that keep accounts."""


class Ring:
    """Keeps passwords as long as it lives."""

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self.kept.pop((service, username), None)
