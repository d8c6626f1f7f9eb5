"""The tables, in Markdown."""

TARE = "tare"


def number(value):
    if value is None:
        return "–"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- " + "| ---: " * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def best(values, is_speed):
    """The best peer of a row and its value, or None."""
    others = {name: value for name, value in values.items() if name != TARE}
    if not others:
        return None
    name = (max if is_speed else min)(others, key=others.get)
    return name, others[name]


def ratio(values, is_speed):
    found = best(values, is_speed)
    if found is None or not values[TARE]:
        return None
    return values[TARE] / found[1] if is_speed else found[1] / values[TARE]


def detail(title, rows, names, is_speed=True):
    """One axis: a row for each text, a column for each tokenizer, and the ratio to the best peer."""
    head = [title, TARE, *names, "to the best peer"]
    body = []
    for label, values in rows.items():
        times = ratio(values, is_speed)
        cells = [number(values.get(name)) for name in [TARE, *names]]
        body.append([label, *cells, f"{times:.2f}x" if times else "–"])
    return table(head, body)


def span(values):
    low, high = number(min(values)), number(max(values))
    return low if low == high else f"{low} to {high}"


def summary_row(axis, rows, goal, is_speed=True):
    """One line of the short table: the range of tare, of the best peer, and the least ratio of all texts."""
    compared = [(values, best(values, is_speed)) for values in rows.values()]
    if any(found is None for _, found in compared):
        return [axis, span([values[TARE] for values, _ in compared]), "–", "–", goal]
    times = [ratio(values, is_speed) for values, _ in compared]
    names = sorted({found[0] for _, found in compared})
    return [
        axis,
        span([values[TARE] for values, _ in compared]),
        f"{', '.join(names)} {span([found[1] for _, found in compared])}",
        f"{min(times):.2f}x" if len(times) == 1 else f"{min(times):.2f}x to {max(times):.2f}x",
        goal,
    ]
