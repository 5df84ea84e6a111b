import pytest


@pytest.fixture
def app(pool, tmp_path):
    from sparring.usecases.app import App

    return App((), tmp_path, tmp_path, sandbox=pool)
