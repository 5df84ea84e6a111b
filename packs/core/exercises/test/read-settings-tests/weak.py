from settings import load


def test_a_line(tmp_path):
    path = tmp_path / "app.conf"
    path.write_text("port = 80")
    assert load(path) == {"port": 80}
