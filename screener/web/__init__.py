"""Visits in browsers: a server at a local address, and a process for each visit."""
