"""The Ask tab: a conversation, its answers and their sources as HTML and as plain words."""
