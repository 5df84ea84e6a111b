"""The kernel's calls that Python has no name for. Every function raises OSError with the kernel's errno when it is refused.

Sources: clone(2), mount(2), capset(2), prctl(2), landlock(7), seccomp(2), netdevice(7). Numbers are those of linux/*.h.
"""

import ctypes
import fcntl
import os
import platform
import signal
import socket
import struct
from collections.abc import Iterable

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long

CLONE = {"x86_64": 56, "aarch64": 220}
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
CAPSET = {"x86_64": 126, "aarch64": 91}

NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
NAMESPACES = NEWNS | NEWCGROUP | NEWUTS | NEWIPC | NEWUSER | NEWPID | NEWNET

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REC, MS_PRIVATE = 1, 2, 4, 8, 0x4000, 0x40000
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, PR_CAPBSET_DROP = 1, 4, 22, 38, 24

# landlock(7): execute 1, write file 2, read file 4, read dir 8, remove dir 16, remove file 32, make char 64, make dir 128, make regular 256,
# make socket 512, make fifo 1024, make block 2048, make symlink 4096, refer 8192 (ABI 2), truncate 16384 (ABI 3), ioctl on devices 32768 (ABI 5)
READ, READ_DIR = 1 | 4 | 8, 8
SCRATCH = 2 | 4 | 8 | 16 | 32 | 128 | 256 | 1024 | 4096 | 8192 | 16384
DEVICE = 2 | 4
FILE_RIGHTS = 1 | 2 | 4 | 16384 | 32768
HANDLED = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF, 5: 0xFFFF}
SCOPE_ALL = 3  # abstract sockets and signals, ABI 6


def call(number: int, *arguments: object) -> int:
    """Make a raw system call."""
    result: int = libc.syscall(ctypes.c_long(number), *arguments)
    return _checked(result, f"system call {number}")


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def clone(flags: int) -> int:
    """Fork into new namespaces; 0 in the child. Only from a process with one thread."""
    return call(CLONE[platform.machine()], ctypes.c_ulong(flags | signal.SIGCHLD), *[ctypes.c_ulong(0)] * 4)


def prctl(option: int, value: int) -> None:
    """Set one thing of this process."""
    _checked(libc.prctl(option, ctypes.c_ulong(value), *[ctypes.c_ulong(0)] * 3), f"prctl {option}")


def map_user(outer_uid: int, outer_gid: int, uid: int) -> None:
    """Be `uid` in the new user namespace, which is `outer_uid` outside."""
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {outer_uid} 1"), ("gid_map", f"{uid} {outer_gid} 1")):
        descriptor = os.open(f"/proc/self/{name}", os.O_WRONLY)
        os.write(descriptor, text.encode())
        os.close(descriptor)


def private_mounts() -> None:
    """Let no mount of this namespace reach another."""
    _checked(libc.mount(b"none", b"/", None, ctypes.c_ulong(MS_REC | MS_PRIVATE), None), "mount --make-rprivate /")


def mount_tmpfs(path: str, options: str, flags: int = 0) -> None:
    """Mount an empty tmpfs. `options` as in tmpfs(5)."""
    flags |= MS_NOSUID | MS_NODEV | MS_NOEXEC
    _checked(libc.mount(b"tmpfs", path.encode(), b"tmpfs", ctypes.c_ulong(flags), options.encode()), f"mount {path}")


def raise_loopback() -> None:
    """Bring `lo` up in this network namespace (SIOCSIFFLAGS, IFF_UP | IFF_RUNNING)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, 0x8914, struct.pack("16sH14x", b"lo", 0x41))


def drop_capabilities() -> None:
    """Give up every capability, for good."""
    header = struct.pack("<Ii", 0x20080522, 0)
    call(CAPSET[platform.machine()], header, bytes(24))
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def landlock_abi() -> int:
    """The version of Landlock that the kernel offers; 0 for none."""
    try:
        return call(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    except OSError:
        return 0


def ruleset(rules: Iterable[tuple[str, int]]) -> int:
    """A Landlock ruleset: (path, rights) for what is allowed; paths that are not there are left out. The descriptor."""
    abi = landlock_abi()
    handled = HANDLED[min(abi, 5)]
    attributes = struct.pack("<QQQ", handled, 0, SCOPE_ALL if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    descriptor = call(CREATE_RULESET, attributes, ctypes.c_size_t(size), ctypes.c_uint(0))
    for path, rights in rules:
        _allow(descriptor, path, rights & handled)
    return descriptor


def _allow(descriptor: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not os.path.isdir(path):  # noqa: PTH112  # pathlib is not worth its import in every zygote
        rights &= FILE_RIGHTS
    try:
        call(ADD_RULE, ctypes.c_int(descriptor), ctypes.c_int(1), struct.pack("<Qi", rights, place), ctypes.c_uint(0))
    finally:
        os.close(place)


def restrict(descriptor: int) -> None:
    """Apply a ruleset to this process, for good."""
    call(RESTRICT_SELF, ctypes.c_int(descriptor), ctypes.c_uint(0))


def filter_calls(blob: bytes) -> None:
    """Apply a seccomp filter to this process, for good."""
    code = ctypes.create_string_buffer(blob, len(blob))
    program = ctypes.create_string_buffer(struct.pack("<HxxxxxxQ", len(blob) // 8, ctypes.addressof(code)))
    _checked(libc.prctl(PR_SET_SECCOMP, ctypes.c_ulong(2), program, *[ctypes.c_ulong(0)] * 2), "seccomp")
