import assistant


def test_the_floor_offers_what_it_says() -> None:
    assert all(hasattr(assistant, name) for name in assistant.__all__)
    assert assistant.__all__ == sorted(assistant.__all__)
