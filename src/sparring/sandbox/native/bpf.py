"""The seccomp filter: an allow-list, assembled once into the blob that every candidate gets.

    python -m sparring.sandbox.native.bpf    writes seccomp-x86_64.bin anew (a test compares it with what is committed)

What is not allowed fails with EPERM, so that Python raises PermissionError; what the C library asks for only to see whether it is there fails
with ENOSYS; another architecture's calls (int 0x80, x32) kill. Sources: seccomp(2), linux/filter.h, linux/seccomp.h, asm/unistd_64.h.
"""

import errno
import struct
from pathlib import Path

BLOB = Path(__file__).parent / "seccomp-x86_64.bin"
ALLOWED = """
    read 0, write 1, open 2, close 3, stat 4, fstat 5, lstat 6, poll 7, lseek 8, mprotect 10, munmap 11, brk 12, rt_sigaction 13,
    rt_sigprocmask 14, rt_sigreturn 15, ioctl 16, pread64 17, pwrite64 18, readv 19, writev 20, access 21, pipe 22, select 23,
    sched_yield 24, mremap 25, msync 26, mincore 27, madvise 28, dup 32, dup2 33, pause 34, nanosleep 35, getitimer 36, alarm 37,
    setitimer 38, getpid 39, sendfile 40, connect 42, accept 43, sendto 44, recvfrom 45, sendmsg 46, recvmsg 47, shutdown 48, bind 49,
    listen 50, getsockname 51, getpeername 52, socketpair 53, setsockopt 54, getsockopt 55, exit 60, wait4 61, kill 62, uname 63,
    fcntl 72, flock 73, fsync 74, fdatasync 75, truncate 76, ftruncate 77, getdents 78, getcwd 79, chdir 80, fchdir 81, rename 82,
    mkdir 83, rmdir 84, creat 85, link 86, unlink 87, symlink 88, readlink 89, chmod 90, fchmod 91, umask 95, gettimeofday 96,
    getrlimit 97, getrusage 98, sysinfo 99, times 100, getuid 102, getgid 104, geteuid 107, getegid 108, getppid 110, getpgrp 111,
    getgroups 115, getresuid 118, getresgid 120, getpgid 121, getsid 124, rt_sigpending 127, rt_sigtimedwait 128, rt_sigsuspend 130,
    sigaltstack 131, utime 132, statfs 137, fstatfs 138, getpriority 140, sched_getparam 143, sched_getscheduler 145,
    sched_get_priority_max 146, sched_get_priority_min 147, prctl 157, arch_prctl 158, setrlimit 160, gettid 186, getxattr 191,
    lgetxattr 192, fgetxattr 193, listxattr 194, llistxattr 195, flistxattr 196, time 201, futex 202, sched_getaffinity 204,
    epoll_create 213, getdents64 217, set_tid_address 218, restart_syscall 219, fadvise64 221, clock_gettime 228, clock_getres 229,
    clock_nanosleep 230, exit_group 231, epoll_wait 232, epoll_ctl 233, tgkill 234, utimes 235, waitid 247, openat 257, mkdirat 258,
    unlinkat 263, renameat 264, linkat 265, symlinkat 266, readlinkat 267, fchmodat 268, faccessat 269, newfstatat 262, futimesat 261,
    pselect6 270, ppoll 271, set_robust_list 273, get_robust_list 274, utimensat 280, epoll_pwait 281, timerfd_create 283, eventfd
    284, fallocate 285, timerfd_settime 286, timerfd_gettime 287, accept4 288, signalfd4 289, eventfd2 290, epoll_create1 291, dup3
    292, pipe2 293, preadv 295, pwritev 296, sendmmsg 307, recvmmsg 299, getcpu 309, renameat2 316, getrandom 318, membarrier 324,
    copy_file_range 326, preadv2 327, pwritev2 328, statx 332, rseq 334, close_range 436, faccessat2 439, epoll_pwait2 441, fchmodat2
    452
"""
ABSENT = {"clone3": 435, "openat2": 437, "futex_waitv": 449, "io_uring_setup": 425}
CLONE, MMAP, SOCKET, PRLIMIT = 56, 9, 41, 302

AUDIT_ARCH_X86_64 = 0xC000003E
X32_BIT = 0x4000_0000
CLONE_THREAD = 0x0001_0000
SHARED_ANONYMOUS = 0x21
AF_INET, AF_INET6 = 2, 10

LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, AND, RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16
ALLOW, KILL, ERRNO = 0x7FFF_0000, 0x8000_0000, 0x0005_0000

Instruction = tuple[int, int, int, int]


def allowed() -> dict[str, int]:
    """The calls that are always allowed, with their numbers."""
    return {name: int(number) for name, number in (entry.split() for entry in ALLOWED.split(","))}


def program() -> list[Instruction]:
    """The filter as (code, jump if true, jump if false, constant)."""
    start = [
        (LOAD, 0, 0, ARCHITECTURE),
        (JUMP_EQUAL, 1, 0, AUDIT_ARCH_X86_64),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
        (JUMP_AT_LEAST, 0, 1, X32_BIT),
        (RETURN, 0, 0, KILL),
    ]
    always = [line for number in sorted(allowed().values()) for line in _on(number, [_give(ALLOW)])]
    absent = [line for number in sorted(ABSENT.values()) for line in _on(number, [_give(ERRNO | errno.ENOSYS)])]
    return [*start, *always, *_conditional(), *absent, _give(ERRNO | errno.EPERM)]


def _conditional() -> list[Instruction]:
    """Threads but no processes; no shared anonymous memory (no limit counts it); internet sockets only; own limits only."""
    denied = _give(ERRNO | errno.EPERM)
    threads = [_argument(0), (JUMP_ANY_BIT, 1, 0, CLONE_THREAD), denied, _give(ALLOW)]
    private = [
        _argument(3),
        (AND, 0, 0, SHARED_ANONYMOUS),
        (JUMP_EQUAL, 0, 1, SHARED_ANONYMOUS),
        _give(ERRNO | errno.ENOMEM),
        _give(ALLOW),
    ]
    internet = [_argument(0), (JUMP_EQUAL, 2, 0, AF_INET), (JUMP_EQUAL, 1, 0, AF_INET6), denied, _give(ALLOW)]
    own = [_argument(0), (JUMP_EQUAL, 1, 0, 0), denied, _give(ALLOW)]
    return [*_on(CLONE, threads), *_on(MMAP, private), *_on(SOCKET, internet), *_on(PRLIMIT, own)]


def _on(number: int, then: list[Instruction]) -> list[Instruction]:
    return [(JUMP_EQUAL, 0, len(then), number), *then]


def _argument(index: int) -> Instruction:
    """Load the low half of an argument (flags, domains and process ids have no other)."""
    return (LOAD, 0, 0, ARGUMENTS + 8 * index)


def _give(action: int) -> Instruction:
    return (RETURN, 0, 0, action)


def assemble() -> bytes:
    """The blob: `struct sock_filter` after `struct sock_filter`, little endian."""
    return b"".join(struct.pack("<HBBI", *instruction) for instruction in program())


if __name__ == "__main__":
    BLOB.write_bytes(assemble())
