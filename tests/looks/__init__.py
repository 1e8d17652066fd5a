"""How it looks: screens walked through, their colors measured, their pictures drawn."""
