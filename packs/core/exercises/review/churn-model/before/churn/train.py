"""Nothing is trained yet: everybody is called once a year."""
