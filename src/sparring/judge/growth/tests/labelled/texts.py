"""Strings: building, slicing, searching."""

# ruff: noqa: C4, PERF, RET, SIM, C90, PLW0127 - slow code is what these are for

import re
from collections import defaultdict

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("n", inputs.text)
def is_palindrome(text: str) -> bool:
    return text + text[::-1] == (text + text[::-1])[::-1]


@labelled("1", inputs.text)
def differs_at_the_ends(text: str) -> bool:
    left, right = 0, len(text) - 1
    while left < min(3, right):
        left, right = left + 1, right - 1
    return text[left] == text[right]


@labelled("n", inputs.words)
def joined(words: list[str]) -> str:
    return ",".join(words)


@labelled("n^2", inputs.words)
def prepended(words: list[str]) -> str:
    result = ""
    for word in words:
        result = word + "," + result
    return result


@labelled("n^2", inputs.words)
def appended_and_kept(words: list[str]) -> list[int]:
    result, lengths = "", []
    for word in words:
        before = result
        result = result + word
        lengths.append(len(before))
    return lengths


@labelled("n", inputs.text)
def letters_counted(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for letter in text:
        counts[letter] = counts.get(letter, 0) + 1
    return counts


@labelled("n", inputs.text)
def letters_counted_by_scans(text: str) -> dict[str, int]:
    return {letter: text.count(letter) for letter in set(text)}


@labelled("n^2", inputs.text)
def letters_counted_each_time(text: str) -> list[int]:
    return [text.count(letter) for letter in text]


@labelled("n log n", inputs.words)
def anagrams(words: list[str]) -> list[str]:
    return sorted("".join(sorted(word)) for word in words)


@labelled("n", inputs.words)
def grouped_anagrams(words: list[str]) -> dict[str, list[str]]:
    groups = defaultdict(list)
    for word in words:
        groups["".join(sorted(word))].append(word)
    return groups


@labelled("n^2", inputs.two_texts)
def edit_distance(left: str, right: str) -> int:
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@labelled("n^2", inputs.two_same_texts)
def naive_search(text: str, pattern: str) -> int:
    for start in range(len(text) - len(pattern) + 1):
        i = 0
        while i < len(pattern) and text[start + i] == pattern[i]:
            i += 1
        if i == len(pattern):
            return start
    return -1


@labelled("n^2", inputs.same_letters)
def longest_palindrome(text: str) -> int:
    best = 0
    for middle in range(len(text)):
        low = high = middle
        while low >= 0 and high < len(text) and text[low] == text[high]:
            low, high = low - 1, high + 1
        best = max(best, high - low - 1)
    return best


@labelled("n^3", inputs.same_letters)
def every_substring_reversed(text: str) -> int:
    n, found = len(text), 0
    for i in range(n):
        for j in range(i + 1, n + 1):
            letters = list(text[i:j])
            letters.reverse()
            found += letters[0] == "a"
    return found


@labelled("n", inputs.text)
def longest_without_repeats(text: str) -> int:
    last: dict[str, int] = {}
    start = best = 0
    for i, letter in enumerate(text):
        start = max(start, last.get(letter, -1) + 1)
        last[letter] = i
        best = max(best, i - start + 1)
    return best


@labelled("n", inputs.brackets)
def balanced(text: str) -> bool:
    stack = []
    for letter in text:
        if letter == "(":
            stack.append(letter)
        elif not stack or stack.pop() != "(":
            return False
    return not stack


@labelled("n^2", inputs.brackets)
def balanced_by_replacing(text: str) -> bool:
    while "()" in text:
        text = text.replace("()", "", 1)
    return not text


@labelled("n", inputs.text)
def runs_squeezed(text: str) -> str:
    return re.sub(r"(.)\1+", r"\1", text)


@labelled("2^n", inputs.same_letters)
def backtracking_pattern(text: str) -> bool:
    return re.fullmatch(r"(a+)+b", text) is not None


@labelled("n", inputs.text)
def appended_in_place(text: str) -> str:
    result = []
    for letter in text:
        result.append(letter.upper())
    return "".join(result)


@labelled("n^2", inputs.text)
def head_recursion_by_slices(text: str) -> int:
    count = 0
    while text:
        count += text[0] == "a"
        text = text[1:]
    return count
