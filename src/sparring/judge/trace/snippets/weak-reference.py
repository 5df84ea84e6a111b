import weakref


class Picture:
    pass


image = Picture()
watch = weakref.ref(image)
print(watch() is image)
del image
print(watch())
