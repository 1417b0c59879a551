"""A record that was brought in is read: opened in a process apart, then judged row by row."""
