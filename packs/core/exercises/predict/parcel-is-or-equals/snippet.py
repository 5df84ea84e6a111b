class Parcel:
    def __init__(self, code, weight):
        self.code = code
        self.weight = weight

    def __eq__(self, other):
        return isinstance(other, Parcel) and self.code == other.code


loaded = Parcel("IT-7", 2.0)
scanned = Parcel("IT-7", 2.5)
truck = [loaded]
again = loaded

print(scanned == loaded, scanned is loaded)
print(again == loaded, again is loaded)
print(scanned in truck)
truck.remove(scanned)
print(truck == [])
again.weight = 3.0
print(loaded.weight, scanned.weight)
