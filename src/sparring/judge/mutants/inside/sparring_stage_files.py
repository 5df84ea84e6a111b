"""Files in memory, for an interpreter that has no disk: what suites need for `tmp_path`, `tempfile`, `open` and `pathlib`.

One tree of dictionaries (folders) and `Node`s (files), forgotten after every variant. Links, modes and times are not kept.
"""

import builtins
import errno
import io
import os
import shutil
import stat
import tempfile

_tree = {}
_where = ["/"]
_handles = {}
_numbers = [100]


class Node:
    """A file's bytes."""

    __slots__ = ("data",)

    def __init__(self, data=b""):
        self.data = bytearray(data)


def install():
    """Put these in place of the functions that would ask an operating system."""
    functions = {
        "stat": stat_, "lstat": stat_, "fstat": fstat, "mkdir": mkdir, "rmdir": rmdir, "unlink": unlink, "remove": unlink, "rename": rename,
        "replace": rename, "listdir": listdir, "scandir": scandir, "open": open_, "close": close, "read": read, "getcwd": getcwd, "chdir": chdir,
        "access": access, "chmod": nothing, "utime": nothing, "readlink": readlink, "symlink": no_links, "link": no_links,
    }  # fmt: skip
    written = os.write
    functions["write"] = lambda handle, data: _handles[handle].write(data) if handle in _handles else written(handle, data)
    for name, function in functions.items():
        setattr(os, name, function)
    io.open = builtins.open = file_open
    tempfile._io = io
    shutil._use_fd_functions = False
    tempfile.tempdir = "/tmp"  # noqa: S108 - a folder of this tree


def reset(files):
    """Nothing but `files` ({path: text}), and an empty /tmp."""
    _tree.clear()
    _tree.update(tmp={}, dev={"null": Node()})
    _handles.clear()
    _where[0] = "/"
    for path, text in files.items():
        folder = _tree
        *parents, name = path.split("/")
        for parent in parents:
            folder = folder.setdefault(parent, {})
        folder[name] = Node(text.encode())


def _parts(path):
    path = os.fspath(path)
    if isinstance(path, bytes):
        path = path.decode()
    if "\0" in path:
        raise ValueError("embedded null byte")
    found = []
    for part in (path if path.startswith("/") else _where[0] + "/" + path).split("/"):
        if part == "..":
            del found[-1:]
        elif part not in ("", "."):
            found.append(part)
    return found


def _error(number, path):
    return OSError(number, os.strerror(number), os.fspath(path))


def _find(path):
    node = _tree
    for part in _parts(path):
        if isinstance(node, Node):
            raise _error(errno.ENOTDIR, path)
        if part not in node:
            raise _error(errno.ENOENT, path)
        node = node[part]
    return node


def _parent(path):
    *above, name = _parts(path) or [""]
    folder = _find("/" + "/".join(above))
    if isinstance(folder, Node):
        raise _error(errno.ENOTDIR, path)
    return folder, name


def _result(node):
    mode = stat.S_IFREG | 0o644 if isinstance(node, Node) else stat.S_IFDIR | 0o755
    size = len(node.data) if isinstance(node, Node) else 0
    return os.stat_result((mode, id(node), 1, 1, 0, 0, size, 0, 0, 0))


def stat_(path, *, dir_fd=None, follow_symlinks=True):
    """`os.stat`."""
    return fstat(path) if isinstance(path, int) else _result(_find(path))


def fstat(handle):
    """`os.fstat`."""
    if handle not in _handles:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return _result(_handles[handle].node)


def mkdir(path, mode=0o777, *, dir_fd=None):
    """`os.mkdir`."""
    folder, name = _parent(path)
    if not name or name in folder:
        raise _error(errno.EEXIST, path)
    folder[name] = {}


def rmdir(path, *, dir_fd=None):
    """`os.rmdir`."""
    node = _find(path)
    if isinstance(node, Node):
        raise _error(errno.ENOTDIR, path)
    if node:
        raise _error(errno.ENOTEMPTY, path)
    folder, name = _parent(path)
    del folder[name]


def unlink(path, *, dir_fd=None):
    """`os.unlink`."""
    if not isinstance(_find(path), Node):
        raise _error(errno.EISDIR, path)
    folder, name = _parent(path)
    del folder[name]


def rename(source, target, *, src_dir_fd=None, dst_dir_fd=None):
    """`os.rename` and `os.replace`."""
    node = _find(source)
    (old, name), (new, other) = _parent(source), _parent(target)
    del old[name]
    new[other] = node


def listdir(path="."):
    """`os.listdir`."""
    node = _find(path)
    if isinstance(node, Node):
        raise _error(errno.ENOTDIR, path)
    return list(node)


class Entry:
    """`os.DirEntry`."""

    def __init__(self, folder, name, node):
        self.name = name
        self.path = os.path.join(os.fspath(folder), name)
        self._node = node

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return not isinstance(self._node, Node)

    def is_file(self, *, follow_symlinks=True):
        return isinstance(self._node, Node)

    def is_symlink(self):
        return False

    def is_junction(self):
        return False

    def inode(self):
        return id(self._node)

    def stat(self, *, follow_symlinks=True):
        return _result(self._node)


class scandir:
    """`os.scandir`."""

    def __init__(self, path="."):
        node = _find(path)
        if isinstance(node, Node):
            raise _error(errno.ENOTDIR, path)
        self._entries = iter([Entry(path, name, each) for name, each in node.items()])

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


def getcwd():
    """`os.getcwd`."""
    return _where[0]


def chdir(path):
    """`os.chdir`."""
    if isinstance(_find(path), Node):
        raise _error(errno.ENOTDIR, path)
    _where[0] = "/" + "/".join(_parts(path))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """`os.access`."""
    try:
        _find(path)
    except OSError:
        return False
    return True


def nothing(*args, **kwargs):
    """What is not kept."""


def readlink(path, *, dir_fd=None):
    """`os.readlink`: there are no links."""
    _find(path)
    raise _error(errno.EINVAL, path)


def no_links(source, target, *args, **kwargs):
    """`os.symlink`, `os.link`."""
    raise OSError(errno.EPERM, "there are no links here")


class Raw(io.RawIOBase):
    """An open file."""

    def __init__(self, node, name, read, write, append):
        self.node = node
        self.name = name
        self._flags = read, write, append
        self._at = len(node.data) if append else 0

    def readable(self):
        return self._flags[0]

    def writable(self):
        return self._flags[1]

    def seekable(self):
        return True

    def readinto(self, buffer):
        part = self.node.data[self._at : self._at + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def write(self, data):
        data = bytes(data)
        if self._flags[2]:
            self._at = len(self.node.data)
        if self._at > len(self.node.data):
            self.node.data.extend(bytes(self._at - len(self.node.data)))
        self.node.data[self._at : self._at + len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset, whence=0):
        self._at = max(0, offset + (0, self._at, len(self.node.data))[whence])
        return self._at

    def tell(self):
        return self._at

    def truncate(self, size=None):
        size = self._at if size is None else size
        del self.node.data[size:]
        return size


def _raw(path, read, write, append, create, exclusive, truncate):
    folder, name = _parent(path)
    node = folder.get(name) if name else folder
    if node is None and not create:
        raise _error(errno.ENOENT, path)
    if node is not None and exclusive:
        raise _error(errno.EEXIST, path)
    if isinstance(node, dict):
        raise _error(errno.EISDIR, path)
    if node is None:
        node = folder[name] = Node()
    if truncate:
        node.data.clear()
    return Raw(node, path, read, write, append)


def open_(path, flags, mode=0o777, *, dir_fd=None):
    """`os.open`."""
    write = bool(flags & (os.O_WRONLY | os.O_RDWR))
    raw = _raw(path, not flags & os.O_WRONLY, write, flags & os.O_APPEND, flags & os.O_CREAT, flags & os.O_EXCL, flags & os.O_TRUNC)
    _numbers[0] += 1
    _handles[_numbers[0]] = raw
    return _numbers[0]


def close(handle):
    """`os.close`."""
    if _handles.pop(handle, None) is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def read(handle, size):
    """`os.read`."""
    return _handles[handle].read(size)


def file_open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """`open`."""
    kinds = set(mode)
    if len(kinds & set("rwax")) != 1 or kinds - set("rwaxbt+") or {"b", "t"} <= kinds:
        raise ValueError(f"invalid mode: {mode!r}")
    binary, update = "b" in kinds, "+" in kinds
    read, write = "r" in kinds or update, "r" not in kinds or update
    if opener is not None:
        flags = (os.O_RDWR if update else os.O_WRONLY if write else os.O_RDONLY) | (0 if "r" in kinds else os.O_CREAT)
        file = opener(file, flags)
    if isinstance(file, int):
        if file not in _handles:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        raw = _handles.pop(file)
    else:
        raw = _raw(file, read, write, "a" in kinds, "r" not in kinds, "x" in kinds, "w" in kinds)
    buffered = io.BufferedRandom(raw) if update else io.BufferedWriter(raw) if write else io.BufferedReader(raw)
    if binary:
        return raw if buffering == 0 else buffered
    text = io.TextIOWrapper(buffered, encoding or "utf-8", errors, newline)
    text.mode = mode
    return text
