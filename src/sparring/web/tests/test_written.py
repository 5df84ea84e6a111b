"""Texts as HTML."""

from sparring.web import written


def test_a_block_that_says_so_has_numbered_lines():
    shown = written.markdown("```python numbered\na = 1\nraise ValueError\n```")
    assert '<span class="ln" data-n="2">' in shown
    assert 'data-n="3"' not in shown
    assert "numbered" not in shown
    assert "data-n" not in written.markdown("```python\na = 1\n```")
