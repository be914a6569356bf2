"""Questions asked of all classes, and filters: what a class must meet, and which do."""
