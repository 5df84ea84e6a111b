import httpx

BASE = "https://supplier.example"


class Client:
    def __init__(self):
        self._http = httpx.Client(base_url=BASE)

    def prices(self, codes):
        return {code: self._http.get(f"/prices/{code}").raise_for_status().json()["price"] for code in codes}

    def reserve(self, code, quantity):
        return self._http.post("/reservations", json={"code": code, "quantity": quantity}).raise_for_status().json()["id"]
