"""A first question asked with questionary."""

import questionary

if __name__ == "__main__":
    options = ["Never", "Sometimes", "Often", "Always"]
    questionary.select("A line of words", choices=options).ask()
