class Subject:
    def subscribe(self, callback): self.callback = callback
    def notify(self, event): self.callback(event)
