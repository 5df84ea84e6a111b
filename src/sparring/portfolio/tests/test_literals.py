"""Values beside a name that says what they open: those that somebody chose or drew are told, those that stand for another are not."""

import pytest

from sparring.portfolio.checks.literals import literals, told_by_name

DRAWN = "kV2mZ8qP1xR7tY4wB9nL3" + "cD6fG0hJ5sA+uE/iOpK"
CHOSEN = "Gard4-" + "blu!"
SECRETS = {
    "a.py": [
        f'AWS_SECRET_ACCESS_KEY = "{DRAWN}"',
        f'DB_PASSWORD = "{CHOSEN}"',
        f'password: str = "{CHOSEN}"',
        f'conn = connect(host="db", password="{CHOSEN}")',
        f"DATABASES = {{'default': {{'PASSWORD': '{CHOSEN}'}}}}",
        'app.config["SECRET_KEY"] = "9f8a7c6b5d4e3f2a1b0c9d8e7f6a5b4c"',
        f'DB = os.getenv("DB_PASSWORD", "{CHOSEN}")',
        f'URL = "postgresql://shop:{CHOSEN}@db.shop.it:5432/shop"',
        'client_secret = "550e8400-e29b-41d4-a716-446655440000"',
        f'if password == "{CHOSEN}":',
        'app.secret_key = "Lista-d3lla-spesa-2024!"',
        "self.apiToken = 'qP1xR7tY4wB9nL3cD6fG'",
        'PASSWORD = "hunter2"',
        'pwd = "Tram0nto$2020"',
        'app.config["SECRET_KEY"] = "kj3h4k5jh3k4j5hkjh345kjh"',
        'JWT_SECRET = "topo' + 'lino88"',
        'app.secret_key = "pizza-e-' + 'fichi-2024"',
        'DB_PASSWORD = "marghe' + 'rita"',
        'SECRET_KEY = "tramonti-di-' + 'settembre"',
        'os.getenv("SMTP_PASSWORD", "gira' + 'sole")',
    ],
    "c.yaml": [
        f"password: {CHOSEN}",
        f'  db_password: "{CHOSEN}"',
        f"- POSTGRES_PASSWORD={CHOSEN}",
        "url: redis://:s7Kq91xz@cache.shop.it:6379/0",
        f"aws_secret_access_key: {DRAWN}",
        "  secret_key: qP1xR7tY4wB9nL3cD6fG # prod",
        "url: postgres://app:tramonto@db.shop.it/x",
    ],
    "p.toml": [f'password = "{CHOSEN}"'],
    "docker-compose.yml": ["      POSTGRES_PASSWORD: gira" + "sole", "MYSQL_ROOT_PASSWORD: tramon" + "to"],
    "prod.env": [f"DB_PASSWORD={CHOSEN}", "export API_TOKEN=qP1xR7tY4wB9nL3cD6fG"],
    "s.ini": [f"password = {CHOSEN}"],
    "Dockerfile": [f"ENV DB_PASSWORD={CHOSEN}"],
    "n.ipynb": [f'"conn = connect(password=\\"{CHOSEN}\\")\\n"'],
}
NONE = {
    "a.py": [
        'DB_PASSWORD = os.environ["DB_PASSWORD"]',
        'DB_PASSWORD = os.getenv("DB_PASSWORD", "")',
        'DB_PASSWORD = os.getenv("DB_PASSWORD", "changeme1")',
        'PASSWORD = "password"',
        'PASSWORD = "Password123!"',
        'TOKEN = "your-token-here-123456"',
        'SECRET_KEY = "django-insecure-change-me-please-1"',
        'password_hash = "5f4dcc3b5aa765d61d8327deb882cf99"',
        'PASSWORD = "pbkdf2_sha256$260000$abc$def="',
        'password = "5f4dcc3b5aa765d61d8327deb882cf99"',
        'password = "$2b$12$abcdefghijklmnopqrstuv"',
        'publicKeyToken = "1fc8b3b9a1e18e3b"',
        'fields = ("password", "email2")',
        '"password": "password1"',
        'token_url = "https://x.it/oauth2/token"',
        'password = f"{user}-{n}1"',
        'TOKEN = "abc123"',
        'SECRET = "s3cr3t!"',
        'password = "P@ssw0rd!"',
        'sha = "da39a3ee5e6b4b0d3255bfef95601890afd80709"',
        "password: Annotated[str, Field(min_length=8)]",
        'parser.add_argument("--password", help="Password of the 2nd database")',
        'secret = "projects/12/secrets/db/versions/1"',
        'PASSWORD_RESET_TIMEOUT = "259200s"',
        'label = {"password": "La password deve avere 8 caratteri"}',
        'URL = "postgresql://postgres:postgres@localhost:5432/app"',
        'URL = "postgresql://user:password@host.example.com/db"',
        'URL = f"postgresql://{u}:{p}@{h}/db"',
        'auth_token = "X-Auth-Token-V2-Header"',
        'API_KEY = "<your-api-key-1>"',
        'CACHE_KEY = "sessions:v2:by-user-id-2024"',
        'private_key = "/etc/ssl/key1.pem"',
        'PASSWORD = "user.password2"',
        'api_key = "sk_test_placeholder00"',
        'SECRET_KEY = "dev-only-key"',
        'SECRET_KEY = "AppSecretKey"',
        'SECRET_KEY = os.environ["SECRET_KEY"]',
        'SECRET_KEY = "change-this-in-production"',
        'JWT_SECRET = "jwt-secret-v2"',
        'SECRET_KEY = config("SECRET_KEY", default="not-so-secret")',
        'FORGOT_PASSWORD = "recupera"',
        'LABEL_PASSWORD = "parola"',
        'password = "margherita"',
        'SECRET_KEY_FILE = "/run/secrets/key1"',
        'DB_PASSWORD = "DB_PASSWORD"',
        'RESET_DB_PASSWORD = "reset_db_password"',
        'DB_USER = "tides"; DB_PASSWORD = "tides"',
        'JWT_SECRET_NAME = "app-jwt-2"',
    ],
    "c.yaml": [
        "password: ${DB_PASSWORD}",
        "password: !ENV DB_PASSWORD",
        'password: "{{ vault_db_password }}"',
        "POSTGRES_PASSWORD: postgres",
        "password: changeme",
        "token: ${{ secrets.GITHUB_TOKEN }}",
        "secret: my-secret-name-v2",
        "secretName: app-secret-1",
        "password: ENC[AES256_GCM,data:x1,iv:y]",
        "token: $TOKEN1",
        "url: postgres://app:app@db/app",
        "password_file: /run/secrets/db1",
        "MYSQL_PASSWORD: wordpress",
        "POSTGRES_PASSWORD: shop # as POSTGRES_DB: shop",
        "db_password: string",
    ],
    "p.toml": ['password = "changeme"'],
}


def told(path, line):
    assert told_by_name(path)
    return [literal.value for literal in literals(path, f"# first\n{line}\n")]


def test_what_opens_something_is_told():
    assert [line for path, rows in SECRETS.items() for line in rows if not told(path, line)] == []


def test_what_stands_for_another_is_not():
    assert [(line, told(path, line)) for path, rows in NONE.items() for line in rows if told(path, line)] == []


@pytest.mark.parametrize(("name", "invented"), [("TEST_PASSWORD", True), ("fakeToken", True), ("LATEST_PASSWORD", False)])
def test_a_name_that_says_so_is_of_an_invented_one(name, invented):
    value = CHOSEN if "PASS" in name else "qP1xR7tY4wB9nL3cD6fG"
    assert [(one.name, one.line, one.invented) for one in literals("a.py", f'\n{name} = "{value}"\n')] == [(name, 2, invented)]
