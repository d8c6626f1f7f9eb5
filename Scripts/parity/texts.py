"""Whole texts: the files of this repository, and whatever text this machine has."""
import pathlib
import sysconfig

LARGEST = 4_000_000


def of_folders(paths):
    """The UTF-8 files below some folders with their names, in order."""
    for path in map(pathlib.Path, paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            text = read(file)
            if text:
                yield str(file), text


def read(file):
    """The text of a file; None where it is none, or is too long to be one."""
    try:
        if not file.is_file() or file.is_symlink() or file.stat().st_size > LARGEST:
            return None
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def of_this_machine(size):
    """About `size` bytes of documentation, source, locales and data, a folder's files in order."""
    folders = ["/usr/share/i18n", "/usr/share/doc", "/usr/share/perl", "/usr/include", sysconfig.get_paths()["stdlib"],
               sysconfig.get_paths()["purelib"], "/usr/share"]
    share, seen = size // 4, set()
    for folder in folders:
        taken = 0
        for name, text in of_folders([folder]):
            if name in seen or "\0" in text:
                continue
            seen.add(name)
            yield name, text
            count = len(text.encode())
            taken, size = taken + count, size - count
            if size <= 0:
                return
            if taken > share and folder != folders[-1]:
                break
