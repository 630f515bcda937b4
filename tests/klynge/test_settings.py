"""Settings: read from the environment, strict about what is misspelt or cannot be, and all of them documented."""

import re
from base64 import b64encode
from pathlib import Path

import pytest

from eventstore.master import MasterFile, MasterValue
from eventstore.postgres.store import PostgresStore
from klynge.placed import require_apart, require_folders
from klynge.serve import listen
from klynge.settings import KNOWN, LATER, BadSettings, read_settings
from tests.files import files_of
from tests.ports import free_port

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "operations" / "settings.md"


def bad(**environment: str) -> str:
    """What is said of an environment that does not say what to run. Without the last name it is good."""
    *others, last = environment
    read_settings({name: environment[name] for name in others})
    with pytest.raises(BadSettings) as refused:
        read_settings(environment)
    assert last in str(refused.value)
    return str(refused.value)


# --- what stands when nothing is said ---


def test_nothing_said_is_production_on_this_machine_beside_the_working_folder() -> None:
    settings = read_settings({})
    assert (settings.env, settings.dev, settings.host, settings.port) == ("production", False, "127.0.0.1", 8000)
    assert settings.url == "http://127.0.0.1:8000"
    assert settings.origins == {"http://127.0.0.1:8000"}
    assert [str(path) for path in files_of(settings).files] == [
        "klynge.db",
        "klynge.keys.db",
        "klynge.rows.db",
        "klynge.sessions.db",
        "klynge.reads.db",
        "klynge.webhooks.db",
        "klynge.outbox.db",
        "klynge.search.db",
        "klynge.documents.db",
        "klynge.proofs.db",
    ]
    assert not settings.lets_anybody_in


def test_files_lie_beside_the_log_and_the_keys_may_lie_elsewhere() -> None:
    settings = read_settings({"KLYNGE_STORE": "sqlite:////srv/log.db", "KLYNGE_KEYS": "sqlite:////keys/k.db"})
    files = files_of(settings)
    assert (files.log, files.rows, files.keys) == (Path("/srv/log.db"), Path("/srv/log.rows.db"), Path("/keys/k.db"))
    assert files_of(read_settings({"KLYNGE_STORE": "sqlite:////srv/log.db"})).keys == Path("/srv/log.keys.db")


def test_addresses_are_kept_without_their_last_slash() -> None:
    settings = read_settings(
        {
            "KLYNGE_URL": "https://klynge.example/",
            "KLYNGE_ORIGINS": "https://klynge.example/, https://pages.example",
            "KLYNGE_ISSUER": "https://login.example/klynge/",
        }
    )
    assert settings.url == "https://klynge.example"
    assert settings.origins == {"https://klynge.example", "https://pages.example"}
    assert settings.issuer == "https://login.example/klynge"


def test_an_address_of_version_6_stands_in_brackets() -> None:
    settings = read_settings({"KLYNGE_BIND": "[::1]:8000"})
    assert (settings.host, settings.port, settings.url) == ("::1", 8000, "http://[::1]:8000")


# --- what cannot be ---


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("KLYNGE_STOR", "KLYNGE_STORE"),
        ("KLYNGE_STORES", "KLYNGE_STORE"),
        ("KLYNGE_STROE", "KLYNGE_STORE"),
        ("KLYNGE_ENVIR", "KLYNGE_ENV"),
        ("KLYNGE_BINDS", "KLYNGE_BIND"),
        ("KLYNGE_URI", "KLYNGE_URL"),
        ("KLYNGE_ORIGIN", "KLYNGE_ORIGINS"),
        ("KLYNGE_PUBLISHED_IN", "KLYNGE_PUBLISHED_ON"),
    ],
)
def test_a_misspelt_name_is_an_error(name: str, meant: str) -> None:
    assert bad(**{name: "x"}) == f"{name} is not a setting. Did you mean {meant}?"


def test_other_names_are_others() -> None:
    read_settings({"KLYNGE_CONTAINER_NAME": "x", "KLYNGE": "x", "STORE": "x", "klynge_store": "x"})


@pytest.mark.parametrize("name", sorted(LATER))
def test_what_comes_later_is_refused_until_it_comes(name: str) -> None:
    assert bad(**{name: "redis://127.0.0.1"}) == f"{name}: {LATER[name]}"
    read_settings({name: ""})


@pytest.mark.parametrize("env", ["", "prod", "Dev", "development"])
def test_an_environment_is_production_or_dev(env: str) -> None:
    bad(KLYNGE_ENV=env)


@pytest.mark.parametrize(
    "bind",
    [
        *("", "8000", ":8000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:0", "127.0.0.1:65536"),
        *("127.0.0.1:-1", "127.0.0.1:8_0", "127.0.0.1:²", "::1:8000", "[::1]", "127.0.0.1:8000 "),
    ],
)
def test_a_place_to_listen_is_host_and_port(bind: str) -> None:
    bad(KLYNGE_URL="http://127.0.0.1:8000", KLYNGE_BIND=bind)


@pytest.mark.parametrize("name", ["KLYNGE_STORE", "KLYNGE_KEYS"])
@pytest.mark.parametrize(
    "address", ["", "klynge.db", "sqlite://klynge.db", "sqlite:///", "mysql://x/y", "sqlite:///.."]
)
def test_a_store_is_a_file_of_sqlite_or_postgresql(name: str, address: str) -> None:
    bad(**{name: address})


ON_POSTGRES = {
    "KLYNGE_STORE": "postgresql://klynge@db.example/log",
    "KLYNGE_KEYS": "postgresql://klynge@db.example/keys",
    "KLYNGE_MASTER_KEY": "/run/secrets/master",
}


def test_a_log_on_postgresql_has_its_keys_in_another_database_and_their_master_key_in_a_file() -> None:
    store = read_settings(ON_POSTGRES).store
    assert store == PostgresStore(
        ON_POSTGRES["KLYNGE_STORE"], ON_POSTGRES["KLYNGE_KEYS"], MasterFile(Path("/run/secrets/master"))
    )
    assert store.name == "log at db.example:5432"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KLYNGE_KEYS", "sqlite:///keys.db"),
        ("KLYNGE_KEYS", ""),
        ("KLYNGE_KEYS", "postgresql://other@db.example:5432/log"),
        ("KLYNGE_MASTER_KEY", ""),
        ("KLYNGE_STORE", "postgresql://db.example:port/log"),
    ],
)
def test_what_does_not_go_with_postgresql(name: str, value: str) -> None:
    with pytest.raises(BadSettings):
        read_settings(ON_POSTGRES | {name: value})


def test_the_master_key_of_files_lies_beside_the_keys_unless_it_is_said_where() -> None:
    assert str(read_settings({}).store.master_key) == "klynge.keys.master"
    assert str(read_settings({"KLYNGE_MASTER_KEY": "/run/secrets/master"}).store.master_key) == "/run/secrets/master"


ONE, OTHER = (b64encode(bytes([byte]) * 32).decode() for byte in (1, 2))


def test_the_master_key_may_be_given_in_the_environment_and_is_shown_nowhere() -> None:
    environment = {"KLYNGE_MASTER_KEY_VALUE": ONE, "KLYNGE_MASTER_KEY_VALUE_NEXT": OTHER, "KLYNGE_ERASURES": "/c/list"}
    for store in ({}, {name: ON_POSTGRES[name] for name in ("KLYNGE_STORE", "KLYNGE_KEYS")}):
        settings = read_settings(store | environment)
        master = settings.store.master_key
        assert master == MasterValue("KLYNGE_MASTER_KEY_VALUE", bytes([1]) * 32, bytes([2]) * 32)
        shown = f"{settings!r} {settings} {settings.store!r} {master!r} {master}"
        assert "KLYNGE_MASTER_KEY_VALUE" in shown
        assert not any(secret in shown for secret in (ONE, OTHER, repr(bytes([1]) * 32), repr(bytes([2]) * 32)))


def test_with_no_file_of_the_master_key_to_lie_beside_the_list_of_erasures_has_a_place_that_is_said() -> None:
    on_servers = {name: ON_POSTGRES[name] for name in ("KLYNGE_STORE", "KLYNGE_KEYS")} | {
        "KLYNGE_MASTER_KEY_VALUE": ONE
    }
    with pytest.raises(BadSettings, match="KLYNGE_ERASURES is not set"):
        read_settings(on_servers)
    assert read_settings(on_servers | {"KLYNGE_ERASURES": "/c/list"}).erasures == Path("/c/list")


@pytest.mark.parametrize("value", ["x", ONE[:-4], ONE + "AAAA", "é" * 44, ONE.replace("=", " ")])
def test_a_master_key_in_the_environment_is_32_bytes_and_a_wrong_one_is_not_repeated(value: str) -> None:
    assert value not in bad(KLYNGE_MASTER_KEY_VALUE=value).removeprefix("KLYNGE_MASTER_KEY_VALUE is not 32 bytes")[40:]


def test_the_master_key_comes_from_one_place() -> None:
    bad(KLYNGE_MASTER_KEY="/run/secrets/master", KLYNGE_MASTER_KEY_VALUE=ONE)
    bad(KLYNGE_MASTER_KEY_VALUE_NEXT=OTHER)


def test_no_password_of_an_address_is_shown() -> None:
    secret = "hunter2"
    on_postgres = {
        "KLYNGE_STORE": f"postgresql://klynge:{secret}@db.example/log",
        "KLYNGE_KEYS": f"postgresql://klynge:{secret}@keys.example/keys",
        "KLYNGE_MASTER_KEY": "/run/secrets/master",
        "KLYNGE_REDIS": f"redis://:{secret}@redis.example",
    }
    settings = read_settings(on_postgres)
    assert secret not in f"{settings!r} {settings} {settings.store!r} {settings.store.name}"
    # Control: it is there to be shown.
    assert secret in settings.redis
    for name in ("KLYNGE_STORE", "KLYNGE_KEYS", "KLYNGE_REDIS", "KLYNGE_URL"):
        with pytest.raises(BadSettings) as refused:
            read_settings(on_postgres | {name: f"mysql://klynge:{secret}@db.example/x"})
        assert secret not in str(refused.value)
        assert name in str(refused.value)


# --- keys apart from the log, and the list of erasures from both ---

APART = {"KLYNGE_STORE": "sqlite:////a/log.db", "KLYNGE_KEYS": "sqlite:////b/keys.db"}


@pytest.mark.parametrize(
    ("environment", "what"),
    [
        ({}, "KLYNGE_KEYS lies in the folder of the log"),
        ({"KLYNGE_STORE": "sqlite:////a/log.db", "KLYNGE_KEYS": "sqlite:////b/../a/keys.db"}, "KLYNGE_KEYS lies"),
        (
            {
                "KLYNGE_STORE": "sqlite:////a/log.db",
                "KLYNGE_KEYS": "sqlite:////b/keys.db",
                "KLYNGE_MASTER_KEY": "/a/master",
            },
            "KLYNGE_MASTER_KEY lies in the folder of the log",
        ),
        (APART, "KLYNGE_ERASURES is /b/keys.erasures, in the folder of a database"),
        (APART | {"KLYNGE_ERASURES": "/c/../a/erasures"}, "KLYNGE_ERASURES is /c/../a/erasures, in the folder"),
        (
            APART | {"KLYNGE_ERASURES": "/c/erasures", "KLYNGE_SIGN_GUARD": "/c/../a/guard"},
            "KLYNGE_SIGN_GUARD is /c/../a/guard, in the folder of the log",
        ),
        (ON_POSTGRES | {"KLYNGE_KEYS": "postgresql://other@db.example:5432/keys"}, "on the server of the log"),
    ],
)
def test_keys_and_lists_that_old_copies_would_bring_back_are_refused(environment: dict[str, str], what: str) -> None:
    with pytest.raises(BadSettings, match=what):
        require_apart(read_settings(environment))
    require_apart(read_settings(environment | {"KLYNGE_ENV": "dev"}))


@pytest.mark.parametrize(
    "environment",
    [
        APART | {"KLYNGE_ERASURES": "/c/erasures"},
        ON_POSTGRES | {"KLYNGE_KEYS": "postgresql://klynge@keys.example/keys"},
    ],
)
def test_keys_and_lists_elsewhere_are_kept_as_they_should(environment: dict[str, str]) -> None:
    require_apart(read_settings(environment))


def test_what_heads_are_signed_with_lies_beside_the_log_and_what_was_signed_beside_the_list() -> None:
    on_files = read_settings(APART | {"KLYNGE_ERASURES": "/c/klynge.erasures"})
    assert (str(on_files.checkpoint_key), str(on_files.sign_guard)) == ("/a/log.checkpoint-key", "/c/klynge.sign-guard")
    named = read_settings(APART | {"KLYNGE_CHECKPOINT_KEY": "/d/key", "KLYNGE_SIGN_GUARD": "/e/guard"})
    assert (str(named.checkpoint_key), str(named.sign_guard)) == ("/d/key", "/e/guard")
    assert named.checkpoints
    assert not read_settings({"KLYNGE_CHECKPOINTER": "apart"}).checkpoints
    bad(KLYNGE_CHECKPOINTER="off")


def test_proxies_are_addresses_and_networks() -> None:
    assert read_settings({}).proxies == ()
    proxies = read_settings({"KLYNGE_PROXIES": "10.0.0.0/24, 192.0.2.7,::1"}).proxies
    assert [str(each) for each in proxies] == ["10.0.0.0/24", "192.0.2.7/32", "::1/128"]


@pytest.mark.parametrize("said", ["proxy.example", "10.0.0.0/33", "10.0.0.7/24", "*"])
def test_a_proxy_has_no_name(said: str) -> None:
    bad(KLYNGE_PROXIES=said)


def test_rates_are_always_limited_in_production_and_where_asked_for_while_developing() -> None:
    assert read_settings({}).limits_rates
    assert not read_settings({"KLYNGE_ENV": "dev"}).limits_rates
    assert read_settings({"KLYNGE_ENV": "dev", "KLYNGE_RATE_LIMITS": "on"}).limits_rates
    bad(KLYNGE_RATE_LIMITS="off")


@pytest.mark.parametrize("address", ["127.0.0.1:6379", "http://127.0.0.1:6379", "redis://"])
def test_redis_has_an_address_of_redis(address: str) -> None:
    bad(KLYNGE_REDIS=address)
    assert read_settings({"KLYNGE_REDIS": "redis://127.0.0.1:6379"}).redis == "redis://127.0.0.1:6379"


def test_keys_and_log_are_two_files() -> None:
    bad(KLYNGE_STORE="sqlite:///a/log.db", KLYNGE_KEYS="sqlite:///a/../a/log.db")


@pytest.mark.parametrize("name", ["KLYNGE_URL", "KLYNGE_ORIGINS", "KLYNGE_ISSUER"])
@pytest.mark.parametrize(
    "address", ["klynge.example", "ftp://klynge.example", "https://", "https://klynge.example?a=1"]
)
def test_an_address_is_http(name: str, address: str) -> None:
    bad(**{name: address})


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    require_folders(read_settings({"KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db"}))
    for name in ("KLYNGE_STORE", "KLYNGE_KEYS"):
        settings = read_settings({"KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db", name: f"sqlite:///{tmp_path}/a/b.db"})
        with pytest.raises(BadSettings, match="does not exist"):
            require_folders(settings)


def test_the_key_of_heads_lies_in_a_folder_that_is_there_where_this_service_signs(tmp_path: Path) -> None:
    environment = {"KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db", "KLYNGE_CHECKPOINT_KEY": f"{tmp_path}/a/key"}
    with pytest.raises(BadSettings, match=f"the folder of {tmp_path}/a/key does not exist"):
        require_folders(read_settings(environment))
    require_folders(read_settings(environment | {"KLYNGE_CHECKPOINTER": "apart"}))


# --- who gets in ---


def listens(**environment: str) -> bool:
    """Whether the port is taken with such settings; else who could come in is told."""
    settings = read_settings(
        {"KLYNGE_ENV": "dev", "KLYNGE_URL": "http://127.0.0.1:1", "KLYNGE_BIND": f"127.0.0.1:{free_port()}"}
        | environment
    )
    try:
        listen(settings).close()
    except BadSettings as refused:
        if "lets anybody in as anybody" not in str(refused):
            raise
        return False
    return True


def test_the_development_issuer_is_reached_from_this_machine_alone() -> None:
    open_to_all = f"0.0.0.0:{free_port()}"
    assert listens()
    assert not listens(KLYNGE_BIND=open_to_all)
    assert not listens(KLYNGE_BIND=f"[::]:{free_port()}")
    assert listens(KLYNGE_BIND=open_to_all, KLYNGE_PUBLISHED_ON="127.0.0.1")
    assert not listens(KLYNGE_BIND=open_to_all, KLYNGE_PUBLISHED_ON="0.0.0.0")
    assert not listens(KLYNGE_BIND=open_to_all, KLYNGE_PUBLISHED_ON="yes")
    assert listens(KLYNGE_BIND=open_to_all, KLYNGE_ISSUER="https://login.example")
    assert listens(KLYNGE_BIND=open_to_all, KLYNGE_ENV="production", KLYNGE_URL="https://klynge.example")


def test_a_container_says_what_the_compose_file_publishes() -> None:
    compose = (DOCUMENT.parents[2] / "docker-compose.yml").read_text()
    said = re.search(r"KLYNGE_PUBLISHED_ON: (\S+)", compose)
    published = re.search(r'- "([\d.]+):8000:8000"', compose)
    assert said is not None
    assert published is not None
    assert said[1] == published[1] == "127.0.0.1"


# --- the document ---


def test_every_setting_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(KLYNGE_\w+)` \| (.+?) \|", DOCUMENT.read_text(), re.MULTILINE))
    assert set(rows) == set(KNOWN)
    settings = read_settings({})
    files = files_of(settings)
    assert rows["KLYNGE_STORE"] == f"`sqlite:///{files.log}`"
    assert rows["KLYNGE_KEYS"] == f"`sqlite:///{files.keys}`"
    assert rows["KLYNGE_ENV"] == f"`{settings.env}`"
    assert rows["KLYNGE_BIND"] == f"`{settings.host}:{settings.port}`"
    for name in LATER:
        assert "refused for now" in DOCUMENT.read_text().split(f"`{name}`", 1)[1].split("\n", 1)[0]


# --- mail ---


def test_no_mail_is_sent_unless_a_server_is_named() -> None:
    assert read_settings({}).mail is None


def test_a_mail_server_is_named_with_the_address_that_mails_come_from() -> None:
    server = read_settings(
        {"KLYNGE_SMTP": "smtps://klynge:hemme%20ligt@mail.example", "KLYNGE_MAIL_FROM": "klynge@region.example"}
    ).mail
    assert server is not None
    assert (server.host, server.port, server.tls) == ("mail.example", 465, "now")
    assert (server.user, server.password, server.sender) == ("klynge", "hemme ligt", "klynge@region.example")
    assert "hemme" not in repr(server)


def test_mail_is_encrypted_but_to_a_server_on_this_machine_while_developing() -> None:
    here = {"KLYNGE_SMTP": "smtp://127.0.0.1:1025", "KLYNGE_MAIL_FROM": "klynge@region.example"}
    server, trying = read_settings(here).mail, read_settings(here | {"KLYNGE_ENV": "dev"}).mail
    assert server is not None
    assert trying is not None
    assert (server.tls, trying.tls) == ("later", "never")


@pytest.mark.parametrize(
    "sender", ["", "klynge", "klynge@region", "a@b.example\nBcc: c@d.example", "a@b.example, c@d.example"]
)
def test_what_mails_come_from_is_one_address(sender: str) -> None:
    with pytest.raises(BadSettings, match="KLYNGE_MAIL_FROM"):
        read_settings({"KLYNGE_SMTP": "smtps://mail.example", "KLYNGE_MAIL_FROM": sender})


@pytest.mark.parametrize("address", ["mail.example", "https://mail.example", "smtp://", "smtps://mail.example:99999"])
def test_a_mail_server_is_an_address(address: str) -> None:
    assert "KLYNGE_SMTP" in bad(KLYNGE_MAIL_FROM="klynge@region.example", KLYNGE_SMTP=address)
